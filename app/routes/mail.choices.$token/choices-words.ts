import type { Language } from '../../mail/letter/locale';
import type { Pace } from '../../mail/outbox/pace';

interface ChoicesWords {
  readonly title: string;
  readonly saved: string;
  readonly stopped: string;
  readonly gone: string;
  readonly notAll: string;
  readonly tryLater: string;
  readonly theseReminders: string;
  readonly allReminders: string;
  readonly none: string;
  readonly newDay: string;
  readonly move: string;
  readonly stop: string;
  readonly showAll: string;
  readonly kinds: string;
  readonly isOn: string;
  readonly isOff: string;
  readonly on: string;
  readonly off: string;
  readonly howOften: string;
  readonly save: string;
  readonly kind: Readonly<Record<'reminder' | 'follow-up', string>>;
  readonly pace: Readonly<Record<Pace, string>>;
  around(day: string): string;
  outside(from: string, to: string): string;
  howOftenLegend(shop: string): string;
}

export const CHOICES_WORDS: Readonly<Record<Language, ChoicesWords>> = {
  en: {
    title: 'Your choices',
    saved: 'Saved.',
    stopped: 'Reminder stopped.',
    gone: 'There is nothing to change there any more.',
    notAll:
      'Only what belongs to this email can be shown here: it did not go to the address of a customer account.',
    tryLater: 'That cannot be looked up just now. Please try again later.',
    theseReminders: 'Reminders of this email',
    allReminders: 'All your reminders',
    none: 'No reminder is set.',
    newDay: 'New day',
    move: 'Change day',
    stop: 'Stop this reminder',
    showAll: 'Show all my reminders',
    kinds: 'Kinds of email',
    isOn: 'You get these.',
    isOff: 'You do not get these.',
    on: 'Get these again',
    off: 'Stop these',
    howOften: 'How often',
    save: 'Save',
    kind: { reminder: 'Reminders you ask for', 'follow-up': 'Ideas after an order' },
    pace: {
      each: 'Each email as it comes',
      weekly: 'At most one a week',
      asked: 'Only reminders I asked for',
    },
    around: (day) => `Around ${day}`,
    outside: (from, to) => `Please choose a day from ${from} to ${to}.`,
    howOftenLegend: (shop) => `How often ${shop} may write`,
  },
  de: {
    title: 'Ihre Auswahl',
    saved: 'Gespeichert.',
    stopped: 'Erinnerung beendet.',
    gone: 'Dort ist nichts mehr zu ändern.',
    notAll:
      'Hier lässt sich nur zeigen, was zu dieser E-Mail gehört: Sie ging nicht an die Adresse eines Kundenkontos.',
    tryLater: 'Das lässt sich gerade nicht nachsehen. Bitte versuchen Sie es später noch einmal.',
    theseReminders: 'Erinnerungen dieser E-Mail',
    allReminders: 'Alle Ihre Erinnerungen',
    none: 'Es ist keine Erinnerung gesetzt.',
    newDay: 'Neuer Tag',
    move: 'Tag ändern',
    stop: 'Diese Erinnerung beenden',
    showAll: 'Alle meine Erinnerungen zeigen',
    kinds: 'Arten von E-Mails',
    isOn: 'Sie bekommen diese.',
    isOff: 'Sie bekommen diese nicht.',
    on: 'Wieder bekommen',
    off: 'Nicht mehr bekommen',
    howOften: 'Wie oft',
    save: 'Speichern',
    kind: { reminder: 'Erinnerungen, um die Sie bitten', 'follow-up': 'Ideen nach einer Bestellung' },
    pace: {
      each: 'Jede E-Mail, wenn sie kommt',
      weekly: 'Höchstens eine pro Woche',
      asked: 'Nur Erinnerungen, um die ich gebeten habe',
    },
    around: (day) => `Um den ${day}`,
    outside: (from, to) => `Bitte wählen Sie einen Tag vom ${from} bis ${to}.`,
    howOftenLegend: (shop) => `Wie oft ${shop} schreiben darf`,
  },
  fr: {
    title: 'Vos choix',
    saved: 'Enregistré.',
    stopped: 'Rappel arrêté.',
    gone: 'Il n’y a plus rien à changer ici.',
    notAll:
      'On ne peut montrer ici que ce qui concerne cet e-mail : il n’est pas parti à l’adresse d’un compte client.',
    tryLater: 'Impossible de le vérifier pour le moment. Veuillez réessayer plus tard.',
    theseReminders: 'Rappels de cet e-mail',
    allReminders: 'Tous vos rappels',
    none: 'Aucun rappel n’est prévu.',
    newDay: 'Nouveau jour',
    move: 'Changer le jour',
    stop: 'Arrêter ce rappel',
    showAll: 'Voir tous mes rappels',
    kinds: 'Types d’e-mails',
    isOn: 'Vous les recevez.',
    isOff: 'Vous ne les recevez pas.',
    on: 'Les recevoir de nouveau',
    off: 'Ne plus les recevoir',
    howOften: 'À quelle fréquence',
    save: 'Enregistrer',
    kind: { reminder: 'Rappels que vous demandez', 'follow-up': 'Idées après une commande' },
    pace: {
      each: 'Chaque e-mail quand il arrive',
      weekly: 'Un par semaine au plus',
      asked: 'Seulement les rappels que j’ai demandés',
    },
    around: (day) => `Vers le ${day}`,
    outside: (from, to) => `Choisissez un jour entre le ${from} et le ${to}.`,
    howOftenLegend: (shop) => `À quelle fréquence ${shop} peut écrire`,
  },
  es: {
    title: 'Tus preferencias',
    saved: 'Guardado.',
    stopped: 'Recordatorio detenido.',
    gone: 'Ahí ya no hay nada que cambiar.',
    notAll:
      'Aquí solo se puede mostrar lo de este correo: no se envió a la dirección de una cuenta de cliente.',
    tryLater: 'Ahora no se puede consultar. Inténtalo más tarde.',
    theseReminders: 'Recordatorios de este correo',
    allReminders: 'Todos tus recordatorios',
    none: 'No hay ningún recordatorio.',
    newDay: 'Nuevo día',
    move: 'Cambiar el día',
    stop: 'Detener este recordatorio',
    showAll: 'Ver todos mis recordatorios',
    kinds: 'Tipos de correo',
    isOn: 'Los recibes.',
    isOff: 'No los recibes.',
    on: 'Volver a recibirlos',
    off: 'No recibirlos más',
    howOften: 'Con qué frecuencia',
    save: 'Guardar',
    kind: { reminder: 'Recordatorios que pides', 'follow-up': 'Ideas después de un pedido' },
    pace: {
      each: 'Cada correo cuando llegue',
      weekly: 'Uno por semana como máximo',
      asked: 'Solo los recordatorios que pedí',
    },
    around: (day) => `Hacia el ${day}`,
    outside: (from, to) => `Elige un día del ${from} al ${to}.`,
    howOftenLegend: (shop) => `Con qué frecuencia puede escribir ${shop}`,
  },
  it: {
    title: 'Le tue scelte',
    saved: 'Salvato.',
    stopped: 'Promemoria interrotto.',
    gone: 'Qui non c’è più nulla da cambiare.',
    notAll:
      'Qui si può mostrare solo ciò che riguarda questa e-mail: non è andata all’indirizzo di un account cliente.',
    tryLater: 'Al momento non si può verificare. Riprova più tardi.',
    theseReminders: 'Promemoria di questa e-mail',
    allReminders: 'Tutti i tuoi promemoria',
    none: 'Nessun promemoria impostato.',
    newDay: 'Nuovo giorno',
    move: 'Cambia giorno',
    stop: 'Interrompi questo promemoria',
    showAll: 'Mostra tutti i miei promemoria',
    kinds: 'Tipi di e-mail',
    isOn: 'Le ricevi.',
    isOff: 'Non le ricevi.',
    on: 'Ricevile di nuovo',
    off: 'Non riceverle più',
    howOften: 'Quanto spesso',
    save: 'Salva',
    kind: { reminder: 'Promemoria che chiedi', 'follow-up': 'Idee dopo un ordine' },
    pace: {
      each: 'Ogni e-mail quando arriva',
      weekly: 'Al massimo una a settimana',
      asked: 'Solo i promemoria che ho chiesto',
    },
    around: (day) => `Intorno al giorno ${day}`,
    outside: (from, to) => `Scegli un giorno dal ${from} al ${to}.`,
    howOftenLegend: (shop) => `Quanto spesso può scrivere ${shop}`,
  },
  nl: {
    title: 'Je keuzes',
    saved: 'Opgeslagen.',
    stopped: 'Herinnering gestopt.',
    gone: 'Daar valt niets meer te wijzigen.',
    notAll:
      'Hier kan alleen worden getoond wat bij deze e-mail hoort: die ging niet naar het adres van een klantaccount.',
    tryLater: 'Dat kan nu niet worden opgezocht. Probeer het later nog eens.',
    theseReminders: 'Herinneringen van deze e-mail',
    allReminders: 'Al je herinneringen',
    none: 'Er staat geen herinnering.',
    newDay: 'Nieuwe dag',
    move: 'Dag wijzigen',
    stop: 'Deze herinnering stoppen',
    showAll: 'Al mijn herinneringen tonen',
    kinds: 'Soorten e-mail',
    isOn: 'Je krijgt deze.',
    isOff: 'Je krijgt deze niet.',
    on: 'Weer krijgen',
    off: 'Niet meer krijgen',
    howOften: 'Hoe vaak',
    save: 'Opslaan',
    kind: { reminder: 'Herinneringen waar je om vraagt', 'follow-up': 'Ideeën na een bestelling' },
    pace: {
      each: 'Elke e-mail zodra die komt',
      weekly: 'Hooguit één per week',
      asked: 'Alleen herinneringen waar ik om vroeg',
    },
    around: (day) => `Rond ${day}`,
    outside: (from, to) => `Kies een dag van ${from} tot en met ${to}.`,
    howOftenLegend: (shop) => `Hoe vaak ${shop} mag schrijven`,
  },
};
