/** Twelve ways to spell what an entry says. Each kind: texts that stand in entries, and what a visitor types for them. */
export const kinds = {
  'umlaut written out': [['Bürgerbüro Musterau', 'Buergerbuero'], ['Behörde für Zölle', 'zoelle'], ['Gaertnerei Grün', 'gärtnerei'], ['Prüfstelle', 'pruefstelle']],
  'umlaut left out': [['Bürgerbüro Musterau', 'Burgerburo'], ['Fünfhäuser Allee', 'funfhauser'], ['Börsenverein', 'borsenverein'], ['Roehrenwerk', 'rohrenwerk']],
  'ß and ss': [['Weißgerberstraße', 'weissgerberstrasse'], ['Schlossgarten', 'schloßgarten'], ['Großküche', 'GROSSKÜCHE'], ['Fussballclub', 'fußballclub']],
  'accents': [['Café Liberté', 'cafe liberte'], ['Göçmen Danışma Merkezi', 'gocmen danisma'], ['Trung tâm tư vấn', 'trung tam tu van'], ['Związek Łódzki', 'zwiazek lodzki']],
  'Arabic': [['مُدَرِّسَة اللغة', 'مدرسة'], ['إقامة دائمة', 'اقامه'], ['مستشفى الأطفال', 'مستشفي الاطفال'], ['کلینیک ایرانی', 'كلينيك']],
  'Cyrillic': [['Медична допомога п’яти районів', "п'яти"], ['Київський центр', 'киивский'], ['Ёлочка', 'елочка'], ['Ґанок родини', 'ганок']],
  'letter missing': [['Kulturdolmetscher', 'kulturdolmetcher'], ['Hebammenpraxis', 'hebamenpraxis'], ['Meldeschein', 'meldschein'], ['Zweigstelle', 'zwegstelle']],
  'letter too many': [['Kulturdolmetscher', 'kulturdollmetscher'], ['Wohngeld', 'wohngelld'], ['Adressbuch', 'addressbuch'], ['Lebenslauf', 'lebennslauf']],
  'letter wrong': [['Kulturdolmetscher', 'kulturtolmetscher'], ['Elternabend', 'elternabent'], ['Rathausuhr', 'radhausuhr'], ['Quittung', 'kuittung']],
  'letters swapped': [['Kulturdolmetscher', 'kulutrdolmetscher'], ['Vormund', 'vromund'], ['Nachhilfe', 'nahchilfe'], ['Spielplatz', 'speilplatz']],
  'part of a compound': [['Alphabetisierungskurse', 'kurse'], ['Fluchtwaisenhilfswerk', 'waisen'], ['Kitaeltern', 'eltern'], ['Ortsausländeramt', 'ausländeramt']],
  'several words': [['Treff am Dorfteich für Imker', 'imker treff'], ['Chor der Landfrauen', 'landfr chor'], ['Fahrradwerkstatt am Gleis', 'gleis fahradwerkstatt'], ['Repair-Café Süd', 'süd repaircafe']],
};

/** Queries as they are typed; every beginning of one is a keystroke. */
export const typed = [
  'Ausländerbehörde', 'buergerbuero', 'sprachkurs deutsch', 'kindergarten anmeldung', 'anmledung', 'Führerschein umschreiben', 'volkshochschule', 'aufenthaltsgenehmgiung',
  'jugendamt', 'beratung für frauen', 'zulasungsstelle', 'kurse', 'doctor', 'work permit', 'recogniton', 'language course', 'مدرسة', 'تصريح عمل', 'الإقامة', 'hauptstrasse 12', '45127',
];
