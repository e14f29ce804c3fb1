/** The address of a built style sheet. */
declare module '*.css?url' {
  const address: string;
  export default address;
}
