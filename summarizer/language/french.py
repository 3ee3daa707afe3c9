"""French."""

from __future__ import annotations

from summarizer.language.rules import LanguageRules

_ER = r"(?:é|e|ent|a|èrent|ait|aient|ant)"
"""Endings of the verbs in -er that news uses: participle, third person, gerund."""
_IR = r"(?:i|it|issent|irent|issait|issant)"

FRENCH = LanguageRules(
    code="fr",
    reporting={
        "declined": (
            r"(?:refus(?:é|e|ent|a|èrent|ant)|s[’']est refusé(?:e)?|se sont refusés) (?:de |d[’']|à )?(?:tout commentaire|commenter|faire de commentaire|répondre|préciser|s[’']exprimer|"
            r"donner de détails|confirmer|dire|révéler)|n[’'](?:a|ont) (?:pas )?(?:souhaité|voulu) (?:commenter|répondre|préciser|s[’']exprimer|faire de commentaire)"
            r"|n[’'](?:a|ont) pas (?:fait de commentaire|répondu|commenté)"
        ),
        "rejected": rf"rejet{_ER}|rejett(?:e|ent)|refus{_ER}|écart{_ER}|repouss{_ER}|exclu(?:t|ent|s)?",
        "denied": rf"démenti(?:t|e)?|dément(?:ent)?|ni(?:é|e|ent|ait)|contest{_ER}|réfut{_ER}",
        "demanded": rf"exig(?:é|e|ent|ea|eait|eant)|réclam{_ER}|insist{_ER}|somm{_ER}|a mis en demeure|revendiqu{_ER}",
        "proposed": rf"propos{_ER}|suggér(?:é|a|ait|ant)|suggèr(?:e|ent)|recommand{_ER}|préconis{_ER}|offert|offre(?:nt)?",
        "asked": rf"demand{_ER}|appel(?:é|a|ait|ant) à|appell(?:e|ent) à|exhort{_ER}|invit{_ER}|pri{_ER} (?:de|le|la)|s[’']est interrogé(?:e)?|pli{_ER}",
        "agreed": rf"accept{_ER}|accord{_ER}|convenu(?:s|es)?|approuv{_ER}|soutenu|soutien(?:t|nent)|salu{_ER}|endoss{_ER}|s[’']est félicité(?:e)?|consenti(?:t)?",
        "warned": rf"averti(?:t|ssent)?|prévenu|prévien(?:t|nent)|menac(?:é|e|ent|a|ait|ant)|mis en garde|met(?:tent)? en garde|alert{_ER}",
        "criticised": (
            rf"critiqu{_ER}|condamn{_ER}|accus{_ER}|dénonc(?:é|e|ent|a|ait|ant)|reproch{_ER}|blâm{_ER}|regrett{_ER}|déplor{_ER}|fustig(?:é|e|ent|ea|eant)"
            r"|s[’']est plaint(?:e)?|s[’']est indigné(?:e)?|s[’']en est pris(?:e)?"
        ),
        "confirmed": rf"confirm{_ER}|reconnu(?:t)?|reconna(?:ît|issent)|admis|admet(?:tent)?|avou{_ER}|réaffirm{_ER}|réitér(?:é|a)|réitèr(?:e|ent)",
        "announced": (
            rf"annonc(?:é|e|ent|a|ait|ant|èrent)|révél(?:é|a|ait|ant)|révèl(?:e|ent)|promis|promet(?:tent)?|proclam{_ER}|assur{_ER}|s[’']est engagé(?:e)?"
            r"|publié un communiqué|garanti(?:t|ssent)?"
        ),
        "claimed": rf"affirm{_ER}|prétend(?:u|ent|ait)?|allégu(?:é|e|ent)|soutenu que|soutient que|laissé entendre|argu{_ER}|avanc(?:é|e|ent|a)|fait valoir",
        "expected": (
            rf"espèr(?:e|ent)|espér(?:é|ait|aient)|s[’']atten(?:d|dent|dait)|cr(?:oit|oient|oyait|aint|aignent)|pens(?:e|ent|ait|aient)|estim{_ER}|jug(?:é|e|ent|ea|eant)|considèr(?:e|ent)|considéré"
            rf"|prévoi(?:t|ent)|redout{_ER}|tabl(?:e|ent) sur|pronostiqu{_ER}"
        ),
        "said": (
            rf"dit|disent|disait|disaient|disant|déclar{_ER}|indiqu{_ER}|expliqu{_ER}|précis{_ER}|soulign{_ER}|ajout{_ER}|rapport{_ER}|signal{_ER}|not{_ER} que|écrit|écrivent|écrivait|écrivant"
            rf"|répond(?:u|ent|ait|ant)|répond|rappel{_ER}|rappell(?:e|ent)|comment{_ER}|martel{_ER}|martèle|insist{_ER}|fait savoir|font savoir|fait part|lanc(?:é|e|ent|a)|racont{_ER}|relat{_ER}"
            rf"|cit{_ER}|qualifi{_ER}|évoqu{_ER}|mentionn{_ER}|inform{_ER}|communiqu{_ER}|exprim{_ER}|observ{_ER}|renchéri(?:t)?|conclu(?:t|ent)?|poursuiv(?:i|it)|tweet{_ER}|remerci{_ER}|décri(?:t|vent)"
            rf"|parlé(?= (?:de|du|des|d[’']))|glis(?:sé|se)|confi(?:é|e|ent)|détaill{_ER}|fait état|peut-on lire|lit-on|relev{_ER}"
        ),
    },
    according_to=r"selon|d[’']après|aux dires d(?:e|u|es)|de l[’']avis d(?:e|u|es)|aux yeux d(?:e|u|es)|à en croire|pour reprendre les mots d(?:e|u|es)",
    hedges=(
        r"prétendument|présumé(?:e|s|es)?|supposé(?:e|s|es)?|apparemment|soi-disant|serai(?:t|ent)|aurai(?:t|ent)|selon des sources|selon certaines sources|citant (?:des|une) sources?"
        r"|de sources? (?:anonymes?|proches?|concordantes?|diplomatiques?)|n[’'](?:a|ont) pas pu être (?:vérifi|confirm)ée?s?|non confirmé(?:e|s|es)?|rumeurs?|censé(?:e|s|es)?|dit-on|il semblerait"
    ),
    pronouns=r"il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|qui|on|ce dernier|cette dernière",
    anonymous=(
        r"sources?|responsables?|diplomates?|porte-parole|conseill(?:er|ère|ers)|négociateurs?|négociatrices?|analystes?|experts?|observateurs?|fonctionnaires?|officiels?|témoins?|autorités|représentants?"
        r"|haut gradé|interlocuteurs?"
    ),
    talks=(
        r"pourparlers|négociations?|discussions?|entretiens?|rencontres?|réunions?|se (?:sont réunis|réunissent|réuniront|rencontrent|rencontreront|sont rencontrés)|sommets?|rounds?|cycles?|conférences?|sessions?"
        r"|négocier|dialogue"
    ),
    papers=(
        r"mémorand(?:um|ums|a)|documents?|communiqués?|déclarations?|accords?|propositions?|lettres?|plans?|traités?|projets?|résolutions?|contrats?|protocoles?|feuilles? de route|notes?|listes?"
        r"|conventions?|pactes?|textes?|chartes?|pétitions?|brouillons?|rapports?"
    ),
    definite_paper=r"(?:le|ce|ledit) (?:document|texte|projet|papier)",
    paper_is_verb=r"(?!)",
    paper_statuses={
        "signed": r"sign(?:é|ée|és|ées|ent|e|er|èrent|a)|paraphé(?:e|s|es)?",
        "withheld": r"refus(?:é|e|ent) de (?:remettre|transmettre|présenter|publier)|n[’'](?:a|ont) pas (?:remis|transmis|présenté)|réticen\w+|retenu(?:e|s|es)?",
        "awaited": r"atten(?:d|dent|dait|du|due|dus|dues)|en attente|toujours pas|pas encore",
        "promised": r"promi(?:s|se)|promet(?:tent)?|(?:remettra|présentera|publiera|enverra|signera|transmettra|remettront|présenteront|publieront|signeront)|s[’']est engagé(?:e)?",
        "published": r"publi(?:é|ée|és|ées|e|ent|a)|diffusé(?:e|s|es)?|dévoilé(?:e|s|es)?|rendu(?:e|s|es)? public",
        "delivered": r"remi(?:s|se|ses)|transmi(?:s|se|ses)|présenté(?:e|s|es)?|envoyé(?:e|s|es)?|reçu(?:e|s|es)?|échangé(?:e|s|es)?|soumi(?:s|se)|adressé(?:e|s|es)?",
    },
    takes_place=(
        r"prévu(?:e|s|es)?(?: pour)?|programmé(?:e|s|es)?(?: pour)?|fixé(?:e|s|es)?(?: au)?|se (?:tiendra|tiendront|tient|tiennent|déroulera|dérouleront|réunira|réuniront)|s[’']est tenu(?:e)?|se sont tenu(?:e)?s|a(?:ura|uront)? lieu|ont eu lieu|a eu lieu"
        r"|commenc(?:é|e|ent|era|eront)|début(?:é|e|ent|era|eront)|repris|reprendr(?:a|ont)|repren(?:d|nent)|s[’']ouvr(?:e|ira|iront)|s[’']est ouvert(?:e)?"
    ),
    ends=r"(?:s’est achevée?|s'est achevée?|s’achève(?:ra)?|se termin(?:e|era)|a pris fin|prendra fin)(?: le)?|jusqu[’'](?:à|au)",
    delegations=(
        r"délégations?|équipes? de négociat(?:ion|eurs)|négociateurs?|négociatrices?|dirigé(?:e|s|es)? par|conduit(?:e|s|es)? par|mené(?:e|s|es)? par|à la tête d(?:e|u)|chef(?:fe)?s?|émissaires?|envoyé(?:e|s|es)?|représent(?:e|ent|é|ant|ants|ante)"
    ),
    outlets=r"agences?(?: de presse)?|journa(?:l|ux)|quotidiens?|médias?|chaînes?|télévisions?|radios?|stations?|sites?|magazines?|hebdomadaires?|presse|revues?",
    future=(
        r"\w+(?:era|eront|ira|iront|dra|dront)|sera|seront|aura|auront|va|vont|doit|doivent|devrai(?:t|ent)|prévu(?:e|s|es)?|prochain(?:e|s|es)?|prévoi(?:t|ent)|s[’']apprête(?:nt)?|attendu(?:e|s|es)?"
    ),
    clause_openers=r"que|qu|qui|dont|où|quand|lorsque|tandis|pendant|après|avant|comme|parce|puisque|si|bien|quoique|depuis|jusqu|mais|alors|afin|pour|selon|ce|lequel|laquelle|lesquels",
    auxiliary_verbs=r"a|ont|avait|avaient|est|sont|était|étaient|sera|seront|fut|furent|été|être|aurait|auraient|serait|peut|peuvent|va|vont|doit|n|s",
    adverbs=(
        r"aussi|également|déjà|ensuite|puis|encore|plus|tôt|tard|hier|aujourd[’']hui|demain|ne|pas|jamais|toujours|notamment|officiellement|clairement|récemment|finalement|immédiatement|publiquement|régulièrement|fermement|vivement|catégoriquement|explicitement|simplement|seulement|rapidement"
        r"|formellement|unanimement|conjointement|séparément|précédemment|auparavant|lui-même|elle-même|eux-mêmes|en|y|se|lui|leur|bien|ainsi|notamment|soir|matin|enfin"
        r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|dernier|dernière"
    ),
    subject_may_follow=True,
    countries_with_article=True,
    relatives=r"qui|dont|lequel|laquelle|lesquels",
    finite_verbs=r"a|ont|est|sont|était|étaient|\w{3,}(?:eront|iront|dront|eraient|iraient|draient|èrent|irent)|\w{3,}(?:era|ira|dra)",
    passive=r"est|sont|été|être|fut|furent|était|étaient|sera|seront",
    agent=r"par",
    definite=r"le|la|les|l|du|des|au",
    reached=r"conclu(?:s|e|es|ent|ait)?|trouvé|ratifié(?:e|s)?",
    complementizers=r"que",
    possessives=r"son|sa|ses|leur|leurs|notre|nos",
    enclitics=r"-(?:t-)?(?:ils?|elles?|on)",
    hearers=(
        r"(?:à|aux|au|devant) ((?:la presse|l[’']agence [A-ZÀÂÉÈÊ][\w-]*(?: [A-ZÀÂÉÈÊ][\w-]*){0,2}|des journalistes|journalistes|la chaîne [A-ZÀÂÉÈÊ][\w-]*(?: [A-ZÀÂÉÈÊ][\w-]*){0,2}|"
        r"(?:journal|quotidien|micro de) [A-ZÀÂÉÈÊ][\w-]*(?:(?: (?:de|du|des|la|le|les))* [A-ZÀÂÉÈÊ][\w-]*){0,3}|médias|reporters))"
    ),
    hearer_openers=r"dans (?:un|une) (?:entretien|interview) (?:à|au|accordée? (?:à|au)|avec)|au micro d[eu]|sur l[’']antenne d[eu]",
    passes_on=r"cit(?:é|e|ent|a)",
    pronoun_forms={"lui": "il", "eux": "ils"},
    citing=r"citant|en citant|qui cite(?:nt)?|se référant à",
    issued_by=r"(?:communiqué|rapport|lettre|document|message|note|déclaration|texte) (?:(?:publié|diffusé|émis)e? )?(?:par|d(?:e|u|es)|de l[’'])",
    in_paper=r"dans (?:un|le|son|une|sa) (?:communiqué|rapport|document|texte|message|déclaration|lettre)(?: (?:publié|diffusé)e? par)?(?: (?:du|des|de l[’']|de))?",
    paper_says=r"peut-on lire|lit-on",
    articles=r"le|la|les|l|un|une|des|du",
    conjunctions=r"et|ou|mais|or|ni|donc",
    coordination=r"et|ou",
    adverbial_prepositions=r"à|au|aux|en|dans|sur|pendant|après|avant|lors|pour|par|devant|avec|depuis|jusqu|vers|alors|sous",
    participles=r"\w+ant",
    contrast=r"qui|que|dont|où|tandis|alors|mais|bien|quoique|comme|ce qui|ce que|lequel|laquelle",
    mediation=r"médiat(?:eur|eurs|rice|rices|ion)|parrain\w*|sous l[’']égide|bons offices|facilitat\w+|intermédiaires?",
    hosting=r"accueill\w+|hôte",
    impersonal=r"il|ce|cela|ceci|ça|on",
    told=r"inform(?:é|a|e)|averti|prévenu|exhort(?:é|a|e)|invité|appelé|pressé",
    negation=r"ne|n|pas|jamais|ni|sans|aucune?|rien|nie|nié|dément|démenti|refus(?:é|e)|rejet(?:é|te)",
    bodies=(
        r"ministère|bureau|département|conseil|commission|comité|union|gouvernement|parlement|nations|états|organisation|parti|armée|commandement|cour|tribunal|banque|association|institut|groupe"
        r"|front|mouvement|chambre|congrès|sénat|assemblée|ONU|présidence|élysée|police|ambassade|maison blanche|chancellerie|syndicat"
    ),
    joining=r"et|ou|le|la|les|l|un|une|des|de|du|d|en|à|au|aux|par|pour|avec|sur|dans|entre|chez",
    person_titles=(
        r"M|MM|Mme|Mlle|Dr|président(?:e)?|vice-président(?:e)?|premier ministre|première ministre|ministre|chancelier|chancelière|secrétaire|roi|reine|prince|princesse|général(?:e)?|sénat(?:eur|rice)"
        r"|député(?:e)?|ambassad(?:eur|rice)|gouverneur(?:e)?|colonel|capitaine|juge|pape|maire|chef(?:fe)?|direct(?:eur|rice)|porte-parole|commandant|émissaire|leader"
    ),
    prepositions=r"à|au|aux|en|dans|sur|sous|par|pour|avec|sans|contre|de|du|des|d|depuis|pendant|durant|après|avant|vers|entre|chez|malgré|lors|devant|dès|jusqu",
    elided=r"l|d|qu|n|s|j|c|m|t|jusqu|lorsqu|puisqu",
    outlet_verbs=r"rapport(?:e|ent|é)|signal(?:e|ent|é)|écrit|écrivent|indiqu(?:e|ent|é)|annonc(?:e|ent|é)|inform(?:e|ent|é)",
    negative_determiners=r"aucun(?:e)?|personne|nul(?:le)?",
    negators=r"ne|n|pas|jamais",
    honorifics=r"M|MM|Mme|Mmes|Mlle|Dr|monsieur|madame|messieurs",
    offices=(
        r"porte-parole|leaders?|chef(?:fe)?s?|direct(?:eur|eurs|rice|rices)|émissaires?|envoyée?s?|négociat(?:eur|eurs|rice|rices)|représentante?s?|commissaires?|conseill(?:er|ers|ère|ères)|députée?s?"
        r"|élue?s?|responsables?|analystes?|cherch(?:eur|eurs|euse|euses)|experte?s?|économistes?|historiens?|coordinat(?:eur|rice)|médiat(?:eur|eurs|rice)|déléguée?s?|diplomates?|maires?|amiral|commandante?s?"
        r"|lieutenant|officiers?|fondat(?:eur|rice)|avocate?s?|militante?s?|journalistes?|membres?|candidate?s?|vice-ministres?|évêque|cardinal|archevêque|patrone?s?|dirigeante?s?"
    ),
    office_modifiers=(
        r"ex|ancien|ancienne|alors|premier|première|vice|actuel|actuelle|haut|haute|principal|principale|spécial|spéciale|nouveau|nouvelle|général|générale|national|nationale|de|du|la|des|étrangères|affaires"
        r"|défense|intérieur|finances|économie|commerce|gouvernement|opposition|état|sécurité|presse|santé|énergie|justice|adjoint|adjointe|intérimaire"
    ),
    sentence_openers=(
        r"pendant ce temps|cependant|toutefois|par ailleurs|en outre|hier|aujourd[’']hui|demain|aussi|maintenant|ainsi|alors|enfin|puis|ensuite|pourtant|néanmoins|déjà|ici|là|oui|non|tous|plusieurs|certains"
        r"|d[’']autres|autre|autres|ce|cet|cette|ces|quand|lorsque|selon|photo|source|sources|interrogé|interrogée"
    ),
    complements_follow=True,
    portfolios=(
        r"(?<!premier )(?<!première )(?P<office>ministre|secrétaire)(?: d[’']État)?(?: déléguée?)?"
        r" (?:à la |à l[’']|au |aux |de la |de l[’']|du |des |chargée? (?:de la |de l[’']|du |des ))"
    ),
    masculine=r"il|celui-ci|ce dernier|M|monsieur|roi|prince|président|directeur|conseiller|ambassadeur|sénateur|gouverneur|chancelier",
    feminine=(
        r"elle|celle-ci|cette dernière|Mme|Mlle|madame|reine|princesse|présidente|directrice|conseillère|ambassadrice|sénatrice"
        r"|gouverneure|chancelière|négociatrice|première ministre"
    ),
    demonstratives=r"ce|cet|cette|ces",
    person_pronouns=r"il|elle|celui-ci|celle-ci|ce dernier|cette dernière",
    group_pronouns=r"ils|elles|ceux-ci",
    indefinite=r"un|une|autre|nouveau|nouvelle",
    carried_by=r"dans (?:un|une) (?:entretien|interview) (?:à|au|avec|accordée? (?:à|au))|au micro d[eu]|sur l[’']antenne d[eu]|(?:diffusé|publié|cité|relayé|rapporté)e?s? (?:par|sur|dans)",
    linking=r"(?:(?:présenté|rédigé|élaboré|envoyé|proposé)e? )?(?:par|de|du)|entre",
    place_prepositions=r"à|en|au|aux|depuis|entre|près de|vers|dans",
    percent=r"%|pour cent",
    numbers={
        "un": 1,
        "une": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
        "dix": 10,
        "onze": 11,
        "douze": 12,
        "treize": 13,
        "quatorze": 14,
        "quinze": 15,
        "seize": 16,
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "million": 1000000,
        "millions": 1000000,
        "milliard": 1000000000,
        "milliards": 1000000000,
    },
)
