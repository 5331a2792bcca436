export const imports = {
  "imports.notice.banner":
    "{count, plural, one {# ligne} other {# lignes}} au-dessus de l’en-tête (ligne {line}) : laissées de côté.",
  "imports.notice.blank-rows": "{count, plural, one {# ligne vide ignorée} other {# lignes vides ignorées}}.",
  "imports.notice.repeated-headers":
    "En-tête répété dans les données : {count, plural, one {# ligne ignorée} other {# lignes ignorées}}.",
  "imports.notice.repeated-columns":
    "{count, plural, one {# colonne porte un nom déjà pris ou n’en a pas : elle a été numérotée} other {# colonnes portent un nom déjà pris : elles ont été numérotées}}.",
  "imports.notice.long-rows":
    "{count, plural, one {# ligne a} other {# lignes ont}} plus de cellules que l’en-tête (la première est la ligne {line}) : un texte contient sans doute le séparateur sans être entre guillemets.",
  "imports.notice.unreadable":
    "{count, plural, one {# caractère illisible} other {# caractères illisibles}} en {encoding} : choisissez un autre encodage s’ils comptent.",
  "imports.notice.stray-quote": "Guillemet isolé à l’intérieur d’un texte (ligne {line}) : gardé tel quel.",
  "imports.notice.sheet": "Feuille lue : « {sheet} », sur {count} feuilles visibles.",
  "imports.refused.empty": "Ce fichier est vide.",
  "imports.refused.bytes":
    "Ce fichier dépasse {most} Mo. Partagez-le en plusieurs, ou retirez les colonnes dont vous n’avez pas besoin.",
  "imports.refused.rows": "Ce fichier a plus de {most, number} lignes. Partagez-le en plusieurs imports.",
  "imports.refused.columns":
    "La ligne {line} a {count, number} cellules ; nous en lisons au plus {most, number}. Vérifiez le séparateur, ou retirez des colonnes.",
  "imports.refused.cells":
    "À la ligne {line}, le fichier dépasse le nombre de cellules que nous pouvons tenir en mémoire. Partagez-le en plusieurs imports.",
  "imports.refused.no-table":
    "Nous n’avons trouvé aucun tableau dans ce fichier : il faut une ligne d’en-têtes, puis une ligne par cas d’usage.",
  "imports.refused.no-rows": "Il n’y a aucune ligne sous l’en-tête (ligne {line}).",
  "imports.refused.one-column":
    "Nous ne trouvons qu’une colonne, dont l’en-tête (ligne {line}) est « {text} ». Si c’est un tableau, vérifiez le séparateur ; si c’est une liste de titres, nommez-la « Titre ».",
  "imports.refused.open-quote":
    "Le guillemet ouvert à la ligne {line} n’est jamais refermé : tout ce qui suit tombe dans une seule cellule. Refermez-le, puis recommencez.",
  "imports.refused.pdf": "C’est un document PDF. Exportez le tableau en CSV ou en XLSX.",
  "imports.refused.picture": "C’est une image. Il nous faut le tableau lui-même, en CSV ou en XLSX.",
  "imports.refused.compressed":
    "C’est une archive compressée. Ouvrez-la et importez le fichier CSV ou XLSX qu’elle contient.",
  "imports.refused.zip":
    "C’est une archive ZIP, pas un classeur. Ouvrez-la et importez le fichier CSV ou XLSX qu’elle contient.",
  "imports.refused.web-page":
    "C’est une page web, même si son nom dit autre chose. Ouvrez-la dans un tableur et enregistrez-la en CSV ou en XLSX.",
  "imports.refused.xml": "C’est un fichier XML. Exportez le tableau en CSV ou en XLSX.",
  "imports.refused.json": "C’est un fichier JSON. Exportez le tableau en CSV ou en XLSX.",
  "imports.refused.binary": "Ce fichier n’est pas du texte : ce n’est ni un CSV ni un classeur XLSX.",
  "imports.refused.password":
    "Ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis recommencez.",
  "imports.refused.old-xls":
    "C’est un ancien document Office (.xls, .doc, …). Enregistrez le tableau en XLSX ou en CSV.",
  "imports.refused.xlsb": "C’est un classeur binaire (.xlsb). Enregistrez-le en XLSX ou en CSV.",
  "imports.refused.ods": "C’est un document OpenDocument. Enregistrez-le en XLSX ou en CSV.",
  "imports.refused.broken-xlsx":
    "Ce classeur est abîmé ou incomplet. Ouvrez-le dans un tableur, enregistrez-le de nouveau, puis recommencez.",
  "imports.refused.bomb":
    "Une fois décompressé, ce classeur est démesuré. Gardez la seule feuille utile et recommencez.",
  "imports.refused.no-sheet": "Ce classeur n’a pas de feuille « {sheet} ». Feuilles visibles : {sheets}.",
  "imports.row.no-title": "Il manque un titre (colonne « {column} »). Donnez-en un à ce cas d’usage.",
  "imports.row.title-too-long":
    "Le titre dépasse {most, number} caractères. Raccourcissez-le : le reste va dans le besoin.",
  "imports.row.text-too-long": "La colonne « {column} » dépasse {most, number} caractères. Raccourcissez ce texte.",
  "imports.row.too-many-cells":
    "Cette ligne a {count, number} cellules pour {expected, number} colonnes. Mettez entre guillemets le texte qui contient le séparateur.",
  "imports.row.no-id":
    "Il manque un identifiant (colonne « {column} »). Donnez-en un, ou choisissez les colonnes dont nous pouvons le composer.",
  "imports.row.repeated-id":
    "L’identifiant « {id} » (colonne « {column} ») est déjà à la ligne {line}. Changez l’un des deux, ou choisissez de numéroter les doublons.",
  "imports.row.department":
    "Le département « {department} » n’existe pas ici. Associez-le à l’un des vôtres, ou permettez de le créer.",
  "imports.remark.stage": "L’étape « {word} » n’est pas reconnue : elle reste inconnue.",
  "imports.remark.day": "« {text} » (colonne « {column} ») n’est pas un jour certain : la date reste inconnue.",
  "imports.remark.count": "« {text} » (colonne « {column} ») n’est pas un nombre entier : il reste inconnu.",
  "imports.remark.owner": "Personne ici n’a l’adresse « {text} » : le porteur reste à désigner.",
  "imports.act.create": "Créé",
  "imports.act.change": "Modifié",
  "imports.act.unchanged": "Inchangé",
  "imports.act.refuse": "Refusé",
  "imports.field.externalId": "Référence externe",
  "imports.field.title": "Titre",
  "imports.field.title.fr": "Titre (français)",
  "imports.field.title.en": "Titre (anglais)",
  "imports.field.need": "Besoin",
  "imports.field.need.fr": "Besoin (français)",
  "imports.field.need.en": "Besoin (anglais)",
  "imports.field.expectedBenefit": "Bénéfice attendu",
  "imports.field.expectedBenefit.fr": "Bénéfice attendu (français)",
  "imports.field.expectedBenefit.en": "Bénéfice attendu (anglais)",
  "imports.field.department": "Département",
  "imports.field.departmentCode": "Code du département",
  "imports.field.stage": "Étape",
  "imports.field.stageSince": "Étape depuis le",
  "imports.field.affected": "Personnes concernées",
  "imports.field.affected.fr": "Personnes concernées (français)",
  "imports.field.affected.en": "Personnes concernées (anglais)",
  "imports.field.peopleAffected": "Nombre de personnes concernées",
  "imports.field.dataInvolved": "Données concernées",
  "imports.field.dataInvolved.fr": "Données concernées (français)",
  "imports.field.dataInvolved.en": "Données concernées (anglais)",
  "imports.field.aiType": "Type d’IA",
  "imports.field.vendor": "Fournisseur",
  "imports.field.country": "Pays",
  "imports.field.ownerEmail": "Courriel du porteur",
  "imports.field.extra": "Gardé tel quel",
  "imports.remark.long":
    "Le texte de la colonne « {column} » dépasse {most, number} caractères : il est gardé tel quel.",
  "imports.reason": "Import du registre « {source} ».",
  "imports.refused.some-rows":
    "{count, plural, one {# ligne est refusée} other {# lignes sont refusées}} (la première est la ligne {line}) : rien n’a été importé. Corrigez-les, ou demandez à les laisser de côté.",
} as const;
