/** What stands before the parts of a description that a visitor looks for, in the languages of the widgets. */

const labels = {
  de: {
    eligibility: 'Für wen', age: 'Alter', documents: 'Mitbringen', application: 'So geht es', cost: 'Kosten', interpreting: 'Dolmetschen',
    hours: 'Zeiten', area: 'Gebiet', free: 'Freie Plätze', accreditation: 'Anerkennung', transport: 'Anfahrt', extension: 'Durchwahl', postal: 'Postanschrift',
  },
  en: {
    eligibility: 'Who it is for', age: 'Age', documents: 'What to bring', application: 'How to apply', cost: 'Cost', interpreting: 'Interpreting',
    hours: 'Times', area: 'Area served', free: 'Places available', accreditation: 'Accreditation', transport: 'Getting there', extension: 'Extension', postal: 'Postal address',
  },
  ar: {
    eligibility: 'لمن', age: 'العمر', documents: 'ما يجب إحضاره', application: 'كيفية التقديم', cost: 'التكلفة', interpreting: 'الترجمة الشفوية',
    hours: 'الأوقات', area: 'المنطقة', free: 'الأماكن المتاحة', accreditation: 'الاعتماد', transport: 'كيفية الوصول', extension: 'الرقم الداخلي', postal: 'العنوان البريدي',
  },
  tr: {
    eligibility: 'Kimler için', age: 'Yaş', documents: 'Getirilecek belgeler', application: 'Nasıl başvurulur', cost: 'Ücret', interpreting: 'Sözlü çeviri',
    hours: 'Saatler', area: 'Bölge', free: 'Boş yer', accreditation: 'Akreditasyon', transport: 'Ulaşım', extension: 'Dahili', postal: 'Posta adresi',
  },
  uk: {
    eligibility: 'Для кого', age: 'Вік', documents: 'Що взяти з собою', application: 'Як подати заявку', cost: 'Вартість', interpreting: 'Усний переклад',
    hours: 'Години', area: 'Територія', free: 'Вільні місця', accreditation: 'Акредитація', transport: 'Як дістатися', extension: 'Внутрішній номер', postal: 'Поштова адреса',
  },
};

export type Labels = Readonly<Record<keyof typeof labels.en, string>>;

/** @param tag of the language the data is in; another one's labels are English */
export const labelsIn = (tag: string): Labels => new Map<string, Labels>(Object.entries(labels)).get(tag.split(/[-_]/, 1)[0]!.toLowerCase()) ?? labels.en;
