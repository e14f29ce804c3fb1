import type { LanguageWords } from './language-words';

const WHY =
  'Vous recevez cet e-mail car vous avez commandé chez {{shop}} le {{ordered on}} et recevez ses e-mails par abonnement.';

export const FRENCH: LanguageWords = {
  letters: {
    reminder: {
      subject: 'Votre rappel : {{items}}',
      neutralSubject: 'Votre rappel de {{shop}}',
      preheader: 'Le {{asked on}}, vous nous avez demandé un rappel.',
      greeting: 'Voici le rappel que vous avez demandé',
      intro: '',
      button: 'Commander à nouveau',
      outro: '',
      why: 'Vous recevez cet e-mail car vous avez demandé un rappel à {{shop}} le {{asked on}}.',
    },
    'follow-up-refill': {
      subject: 'À commander à nouveau : {{items}}',
      neutralSubject: 'À commander à nouveau chez {{shop}}',
      preheader: 'De votre commande du {{ordered on}}, au prix d’aujourd’hui.',
      greeting: 'Bientôt besoin d’en reprendre ?',
      intro: 'Ceci vient de votre commande du {{ordered on}}. Le bouton remplit le panier ; vous y décidez.',
      button: 'Remplir le panier',
      outro: 'Il vous en reste assez ? Alors il n’y a rien à faire.',
      why: WHY,
    },
    'follow-up-discovery': {
      subject: 'Quelques idées de {{shop}}',
      neutralSubject: 'Quelques idées de {{shop}}',
      preheader: 'Une petite sélection, avec la raison de chaque choix.',
      greeting: 'Quelques idées qui pourraient vous plaire',
      intro:
        'Nous les avons choisies pour vous après votre commande du {{ordered on}} ; chacune dit pourquoi.',
      button: 'Parcourir la boutique',
      outro: 'Rien pour vous ? Ce n’est pas grave.',
      why: WHY,
    },
    'follow-up-generic': {
      subject: 'Merci pour votre commande chez {{shop}}',
      neutralSubject: 'Merci pour votre commande chez {{shop}}',
      preheader: 'À propos de votre commande du {{ordered on}}.',
      greeting: 'Merci pour votre commande',
      intro: 'Nous espérons que tout va bien avec votre commande du {{ordered on}}.',
      button: 'Aller à la boutique',
      outro: '',
      why: WHY,
    },
  },
  stop: { reminder: 'Arrêter les rappels', 'follow-up': 'Se désabonner de ces e-mails' },
  later: 'Me le rappeler plus tard',
  choices: 'Vos choix',
  choose: 'Choisir',
  sentBy: 'Expéditeur',
  items: { single: 'article', several: 'articles' },
  more: { single: 'autre', several: 'autres' },
  unnamed: { single: 'votre article', several: 'vos articles' },
  discount: {
    off: (amount) => `${amount} de remise`,
    code: 'Votre code :',
    until: (day) => `Valable une fois, jusqu’au ${day}.`,
  },
};
