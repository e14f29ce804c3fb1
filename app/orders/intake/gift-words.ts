/**
 * Words about gifts in the languages that shops write their carts in: English, German, French, Spanish, Italian, Dutch,
 * Portuguese, Polish, Swedish, Danish, Norwegian, Finnish, Czech, Hungarian, Romanian, Turkish, Greek, Russian, Japanese,
 * Chinese, Korean, Arabic, Hebrew. All in lower case and without accents, as `wordsOf` leaves them.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** A present; German and the Scandinavian languages build longer words of it. */
export const GIFT =
  /gift(?!ig)|^presents?$|^presente?s?$|^present(er|in|k|p)|geschenk|cadeau|^kado|^cado|^regal(o|i|a)|^obsequio|prezent|upomin|^gav[aoe]|lahja|^dar(ek|ku|kov)|ajandek|hediye|δωρο|подар|ギフト|プレゼント|贈|のし|礼物|禮物|礼品|禮品|선물|هدية|מתנה/u;

/** Put into paper: in English this alone says it. */
export const WRAPPED = /^wrap(ped|ping)?$/;
export const WRAPPED_OTHERWISE = words('bubble shrink cling plastic foil food body size pallet stretch');
export const WRAPPING =
  /wrap|verpack|einpack|papier|paper|emball|envolt|envuel|papel|confezion|incart|inpak|verpakk|embrul|pakow|inslag|indpak|innpak|paketoin|balen|csomagol|ambal|ラッピング|包装/u;

/** What is written to whoever gets it. */
export const MESSAGE =
  /message|^note|nachricht|gruss|greeting|mensaje|messagg|^nota|dedica|widmung|bericht|mensage|wiadomo|zyczen|meddelande|halsning|besked|hilsen|melding|viesti|^text|^wish|メッセージ|留言|메시지/u;

/** A card with words on it, or one that is money: what stands in it tells. */
export const CARD = /^cards?$|giftcard|kart[ey]|^carte|^carta|^tarjeta|^cartao|kaart|^karta|kort/u;

/** Money to be given, or to pay with. */
export const MONEY =
  /voucher|certificat|gutschein|coupon|cupon|^code|^kod|codigo|codice|balance|guthaben|solde|^saldo|^bon$|cadeaubon|^bono|^buono|cheque|credit|token|points|reward|loyalty|^vale$|^bon(y|ow)?$|presentkort|gavekort|gavokort|lahjakort|cadeaukaart/u;

/** What the shop gives to its buyer. */
export const FROM_THE_SHOP =
  /free|gratis|gratuit|kostenlos|omaggio|offert|darmow|zdarma|ilmai|bonus|sample|promo|purchase|^gwp$|welcome|choose|choice|waehl|wahl|choisi|elige|scegli|kies/u;

/** No, none, not, without. */
export const NO = words(`
  no none not nope never without false off null nil undefined unchecked disabled n
  nein kein keine keinen keines keins ohne nicht falsch
  non aucun aucune sans pas faux
  ningun ninguno ninguna sin falso
  nessun nessuno nessuna senza
  nee geen niet zonder onwaar
  nao nenhum nenhuma sem
  nie brak bez zaden zadny zadna ne
  nej nei ingen inget inga intet utan uden uten ikke inte falskt falsk
  ei ilman nem nincs nu fara hayir yok οχι нет без いいえ なし 无 無 否 아니요 없음 لا לא`);

/** Words that may stand beside a no without making it a message. */
export const BESIDE_NO = words(`
  a an the any this that it is its i me my for to of order thanks thank you please need needed required necessary wanted
  applicable selected added given provided specified option
  danke bitte das ist ein eine es fur mich benotigt notig gewunscht ausgewahlt
  merci un une de du d c ce n est necessaire gracias es por favor de la el grazie e il di bedankt het dank u
  obrigado obrigada um uma dziekuje to nie jest tack tak takk en ett et det ar er kiitos`);
