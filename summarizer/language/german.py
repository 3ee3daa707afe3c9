"""German."""

from __future__ import annotations

from summarizer.language.rules import LanguageRules

_TE = r"(?:t|te|ten|en|end)"
"""Endings of a weak verb in the third person, and its present participle."""

GERMAN = LanguageRules(
    code="de",
    reporting={
        "declined": (
            r"(?:wollte|wollten|will|wollen|möchte|mochte) (?:sich )?(?:[^,.]{0,40} )?nicht (?:äußern|kommentieren|bestätigen|sagen|Stellung nehmen)"
            r"|(?:lehnte|lehnten|lehnt|lehnen) (?:[^,.]{0,30} )?(?:Stellungnahme|Kommentar|Stellungnahmen|Angaben)(?: [^,.]{0,25})? ab|(?:äußerte|äußerten) sich (?:zunächst )?nicht"
            r"|(?:machte|machten) keine Angaben"
        ),
        "rejected": (
            r"weiger(?:te|ten|t|n) sich|"
            r"(?:lehnte|lehnten|lehnt|lehnen)|abgelehnt|(?:wies|wiesen|weist|weisen)(?= [^,.;]{0,80}\bzurück\b)|zurückgewiesen|verwarf(?:en)?|verweiger(?:te|ten|t|n)|schloss(?:en)?(?= [^,.;]{0,60}\baus\b)|ausgeschlossen"
        ),
        "denied": r"dementier(?:te|ten|t|en)|bestr(?:itt|itten|eitet|eiten)|leugne(?:te|ten|t|n)|widersprach(?:en)?|widerspricht|widersprechen",
        "demanded": r"forder(?:te|ten|t|n)|gefordert|verlang(?:te|ten|t|en)|besteht auf|bestand auf|bestanden auf|poch(?:te|ten|t|en)|drang(?:en)? auf|dräng(?:te|ten|t|en)",
        "proposed": r"(?:schlug|schlugen|schlägt|schlagen)(?= [^,.;]{0,80}\bvor\b)|vorgeschlagen|regte(?:n)?(?= [^,.;]{0,60}\ban\b)|empfahl(?:en)?|empfiehlt|empfehlen|bot(?:en)?(?= [^,.;]{0,60}\ban\b)|angeboten|bietet|bieten",
        "asked": r"frag(?:te|ten|t|en)|gefragt|bat(?:en)?|bittet|bitten|gebeten|appellier(?:te|ten|t|en)|rief(?:en)?(?= [^;.]{0,80}\bauf\b)|ruft(?= [^;.]{0,80}\bauf\b)|aufgerufen|ersuch(?:te|ten|t|en)",
        "agreed": r"stimm(?:te|ten|t|en)(?= [^;.]{0,60}\bzu\b)|zugestimmt|akzeptier(?:te|ten|t|en)|einig(?:te|ten) sich|begrüß(?:te|ten|t|en)|unterstütz(?:te|ten|t|en)|billig(?:te|ten|t|en)|willig(?:te|ten|t)(?= [^,.;]{0,40}\bein\b)",
        "warned": r"warn(?:te|ten|t|en)|gewarnt|droh(?:te|ten|t|en)|gedroht|mahn(?:te|ten|t|en)|gemahnt",
        "criticised": (
            r"kritisier(?:te|ten|t|en)|verurteil(?:te|ten|t|en)|(?:warf|warfen|wirft|werfen)(?= [^.;]{0,80}\bvor\b)|vorgeworfen|beschuldig(?:te|ten|t|en)|rüg(?:te|ten|t|en)|beklag(?:te|ten|t|en)|bedauer(?:te|ten|t|n)"
            r"|prangerte(?:n)?(?= [^,.;]{0,60}\ban\b)|tadel(?:te|ten|t|n)"
        ),
        "confirmed": r"bestätig(?:te|ten|t|en)|räum(?:te|ten|t|en)(?= [^;.]{0,60}\bein\b)|eingeräumt|gab(?:en)? zu|zugegeben|bekräftig(?:te|ten|t|en)|gestand(?:en)?",
        "announced": (
            r"kündig(?:te|ten|t|en)(?= [^;.]{0,120}\ban\b)|angekündigt|verkünde(?:te|ten|t|n)|gab(?:en)?(?= [^;.]{0,60}\bbekannt\b)|bekannt ?gegeben|gibt(?= [^;.]{0,60}\bbekannt\b)|versprach(?:en)?|verspricht|versprechen|versprochen"
            r"|enthüll(?:te|ten|t|en)|versicher(?:te|ten|t|n)|sag(?:te|ten|t|en)(?= [^,;.]{0,30}\bzu\b)|zugesagt"
        ),
        "claimed": r"behaupte(?:te|ten|t|n)|behauptet|argumentier(?:te|ten|t|en)|deute(?:te|ten|t|n)(?= [^;.]{0,40}\ban\b)|angedeutet|beteuer(?:te|ten|t|n)|unterstell(?:te|ten|t|en)",
        "expected": (
            r"erwarte(?:te|ten|t|n)|hoff(?:te|ten|t|en)|glaub(?:te|ten|t|en)|befürchte(?:te|ten|t|n)|fürchte(?:te|ten|t|n)|rechne(?:te|ten|t|n) (?:damit|mit)|vermute(?:te|ten|t|n)|mein(?:te|ten|t|en)"
            r"|hält(?= [^,.;]{0,40}\bfür\b)|schätz(?:te|ten|t|en)|prognostizier(?:te|ten|t|en)|zeig(?:te|ten|t|en) sich (?:zuversichtlich|optimistisch|überzeugt|besorgt|skeptisch|enttäuscht)"
        ),
        "said": (
            r"sag(?:te|ten|t|en)|gesagt|erklär(?:te|ten|t|en)|teil(?:te|ten|t|en)(?= [^;.]{0,100}\bmit\b)|mitgeteilt|beton(?:te|ten|t|en)|berichte(?:te|ten|t|n)|melde(?:te|ten|t|n)|gemeldet|schr(?:ieb|ieben|eibt|eiben)|geschrieben"
            r"|äußer(?:te|ten|t|n)|geäußert|füg(?:te|ten|t|en)(?= [^;.]{0,30}\bhinzu\b)|hinzugefügt|ergänz(?:te|ten|t|en)|unterstr(?:ich|ichen|eicht|eichen)|erläuter(?:te|ten|t|n)|antworte(?:te|ten|t|n)|geantwortet|sprach(?:en)? von|spricht von|sprechen von"
            r"|nann(?:te|ten)|nennt|nennen|bezeichne(?:te|ten|t|n)|erwähn(?:te|ten|t|en)|verl(?:autete|autet)|hieß es|heißt es|wies(?:en)? darauf hin|hob(?:en)? hervor|stell(?:te|ten|t|en)(?= [^;.]{0,30}\bklar\b)|mach(?:te|ten|t|en) deutlich"
            r"|zitier(?:te|ten|t|en)|erzähl(?:te|ten|t|en)|lob(?:te|ten|t|en)|resümier(?:te|ten|t)|kommentier(?:te|ten|t|en)|informier(?:te|ten|t|en)|twitter(?:te|ten|t)|gab(?:en)? an|gibt an|sieht|würdig(?:te|ten|t|en)|dank(?:te|ten|t|en)|führ(?:te|ten|t)(?= [^;.]{0,20}\baus\b)"
        ),
    },
    according_to=(
        r"laut|nach (?:den )?(?:eigenen )?(?:Angaben|Worten|Aussagen?|Ansicht|Einschätzung|Darstellung|Informationen|Auskunft|Meinung|Überzeugung) (?:von|des|der|aus)|nach Angaben|gemäß|(?<=, )so(?= (?:der|die|das|ein|eine)(?!\w)| (?-i:[A-ZÄÖÜ]))"
    ),
    hedges=(
        r"angeblich(?:e[nmrs]?)?|mutmaßlich(?:e[nmrs]?)?|offenbar|anscheinend|vermeintlich(?:e[nmrs]?)?|soll(?:en)?(?= [^,.;:]*\b(?:haben|sein|worden)\b)|soll(?:en)? (?:demnach|angeblich)|unbestätigt(?:e[nmrs]?)?|Gerüchte[n]?|sogenannte[nmrs]?"
        r"|unter Berufung auf (?:\w+ )?(?:Quellen|Kreise|Insider)|aus (?:\w+)?[Kk]reisen|ließ(?:en)? sich (?:zunächst )?nicht (?:unabhängig )?(?:überprüfen|bestätigen)|dem Vernehmen nach|Medienberichten zufolge|behaupte(?:te|ten|t|n)"
    ),
    pronouns=r"er|sie|es|der|die|dieser|diese|welcher|welche",
    anonymous=(
        r"Quellen?|Beamt(?:er|en|e|in)|Diplomat(?:en|in|innen)?|Sprecher(?:in|s|innen)?|Berater(?:in|s)?|Unterhändler(?:in|n|s)?|Analyst(?:en|in)?|Expert(?:e|en|in|innen)|Beobachter(?:n|in)?|Regierungsvertreter(?:n|in|s)?|Vertreter(?:n|in|s)?"
        r"|Insider(?:n)?|Kreise[n]?|Behörden|Gewährsleute|Augenzeug(?:en|e|in)|Funktionär(?:e|en|s)?"
    ),
    talks=(
        r"\w*[Gg]espräch(?:e|en|s)?|\w*[Vv]erhandlung(?:en)?|\w*[Tt]reffen|(?:traf|trafen|treffen|trifft) sich|\w*[Gg]ipfel(?:s|n)?|\w*[Rr]unde[n]?|\w*[Kk]onferenz(?:en)?|Sitzung(?:en)?|Beratungen|verhandel(?:n|te|ten|t)|Unterredung(?:en)?|Dialog(?:s)?"
    ),
    papers=(
        r"Memorand(?:um|en|ums)|Dokument(?:e|en|s)?|\w*[Ee]rklärung(?:en)?|\w*[Aa]bkommen(?:s)?|\w*[Vv]ereinbarung(?:en)?|\w*[Vv]orschl(?:ag|äge|ägen|ags)|Brief(?:e|es|s)?|Schreiben(?:s)?|\w*[Pp]l(?:an|äne|änen|ans)|\w*[Vv]ertr(?:ag|äge|ags)"
        r"|\w*[Ee]ntw(?:urf|ürfe|urfs)|Resolution(?:en)?|Protokoll(?:e|s)?|Kommuniqu[ée]s?|Note[n]?|Liste[n]?|Fahrpl(?:an|äne|ans)|Pakt(?:e|s)?|Konvention(?:en)?|Charta|Texte?s?|Pressemitteilung(?:en)?|Papier(?:e|s)?|Deals?"
    ),
    definite_paper=r"(?:das|dieses|dem|des|diesem) (?:Dokument|Papier|Schreiben|Texte?s?|Entwurfs?|Dokuments|Papiers)",
    paper_is_verb=r"(?!)",
    paper_statuses={
        "signed": r"unterzeichne(?:t|te|ten|n)|unterschr(?:ieb|ieben|eibt|eiben|ieben)|paraphiert(?:e|en)?",
        "withheld": r"zurückgehalten|verweiger(?:t|te|ten|n)|nicht (?:übergeben|vorgelegt|übermittelt|veröffentlicht)|zurückhalt\w*",
        "awaited": r"wart(?:et|en|ete|eten)|erwarte(?:t|te|ten|n)|steht noch aus|stehen noch aus|noch nicht|aussteh\w+",
        "promised": r"versprach(?:en)?|versprochen|zugesagt|(?:wird|werden|will|wollen) (?:[^,.]{0,60} )?(?:vorlegen|übergeben|veröffentlichen|übermitteln|unterzeichnen|vorstellen|präsentieren)",
        "published": r"veröffentlich(?:t|te|ten|en)|publiziert(?:e|en)?|vorgestellt",
        "delivered": r"übergab(?:en)?|übergeben|überreich(?:t|te|ten)|vorgelegt|legte(?:n)? (?:[^,.]{0,60} )?vor|übermittel(?:t|te|ten)|geschickt|schick(?:te|ten)|sandte(?:n)?|erhielt(?:en)?|erhalten|ausgetauscht|tauschten|präsentier(?:t|te|ten)",
    },
    takes_place=(
        r"geplant(?: für)?|angesetzt(?: für)?|vorgesehen(?: für)?|stattfinden|statt(?:gefunden|findet)|f(?:indet|inden|and|anden) (?:[^,.]{0,60} )?statt|begann(?:en)?|beginn(?:t|en)|begonnen|fortgesetzt|wieder ?aufgenommen|eröffnet"
        r"|(?:traf|trafen|treffen) sich|terminiert|anberaumt|starte(?:t|te|ten|n)"
    ),
    ends=r"end(?:et|ete|eten|en)(?: am)?|geht .{0,20}zu Ende|bis(?: zum)?|schloss(?:en)?(?: am)?",
    delegations=(
        r"\w*[Dd]elegation(?:en)?|Verhandlungsteam(?:s)?|\w*[Uu]nterhändler(?:in|n|s)?|geleitet von|angeführt von|unter (?:der )?(?:Leitung|Führung)|leite(?:t|te|n)|(?:führt|führte) (?:[^,.]{0,30} )?an|Leiter(?:in)?|Chef(?:in)?|Gesandte[rn]?|Sondergesandte[rn]?|vertreten durch|vertritt|Team(?:s)?"
    ),
    outlets=(
        r"Nachrichtenagentur(?:en)?|Agentur(?:en)?|\w*[Zz]eitung(?:en)?|Blatt(?:s|es)?|Medien|Sender(?:s|n)?|Rundfunk(?:s)?|Fernsehen(?:s)?|Radio(?:s)?|Magazin(?:s)?|Zeitschrift(?:en)?|Presse|Portal(?:s)?|Webseite|Nachrichtenmagazin(?:s)?|Hörfunk(?:s)?"
    ),
    future=r"wird|werden|soll|sollen|geplant(?:e[nmrs]?)?|plan(?:t|en)|will|wollen|nächst(?:e[nmrs]?)|kommend(?:e[nmrs]?)|bevorstehend(?:e[nmrs]?)|angesetzt|vorgesehen|erwartet|anstehend(?:e[nmrs]?)|künftig(?:e[nmrs]?)?",
    clause_openers=r"dass|daß|ob|weil|wenn|während|als|nachdem|bevor|obwohl|damit|wie|wer|was|wo|warum|denn|aber|sondern|da|sobald|solange|bis|seit|falls|wonach|um",
    auxiliary_verbs=r"hat|haben|hatte|hatten|ist|sind|war|waren|wird|werden|wurde|wurden|worden|habe|sei|seien|kann|können|konnte|konnten|soll|sollen|will|wollen|wollte|muss|müssen",
    adverbs=(
        r"auch|zuvor|später|bereits|schon|dann|danach|zudem|außerdem|erneut|wieder|mehrfach|wiederholt|gestern|heute|morgen|nicht|nie|immer|noch|jedoch|allerdings|unterdessen|indes|nun|jetzt|selbst|sich|am|im|dazu|daraufhin|dagegen|hingegen|öffentlich|weiter|zunächst"
        r"|kürzlich|zuletzt|ausdrücklich|dabei|damals|deutlich|scharf|ebenfalls|darauf|es|Abend|Morgen|Nachmittag|Vormittag|Mittag|Nacht"
        r"|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Montagabend|Dienstagabend|Mittwochabend|Donnerstagabend|Freitagabend|Samstagabend|Sonntagabend"
        r"|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    ),
    subject_may_follow=True,
    noun_capitals=True,
    noun_endings=(
        r"\w{2,}(?:ung|heit|keit|schaft|tion|tät|nis|ismus|tum|ling|chen|lein|ur|enz|anz|ei|ik|ment|eur|ist|at)(?:en|e|s|n|se)?"
    ),
    relatives=r"der|die|das|dem|den|dessen|deren|welcher|welche|welches",
    finite_verbs=r"hat|haben|hatte|hatten|ist|sind|war|waren|wurde|wurden",
    passive=r"wird|werden|wurde|wurden|worden",
    agent=r"von|vom|durch",
    definite=r"der|die|das|den|dem|des",
    reached=r"erzielt(?:e|en)?|geschlossen|ratifizier(?:t|te|en)",
    complementizers=r"dass",
    possessives=r"sein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?|unser(?:e[nmrs]?)?",
    hearers=(
        r"(Journalisten|Reportern|vor Journalisten|vor Reportern|der Presse|den Medien|(?:der|dem) (?:Nachrichtenagentur|Agentur|Zeitung|Zeitungen|Tageszeitung|Sender|Blatt|Magazin|Nachrichtenmagazin|Radiosender|Fernsehsender|Portal|Deutschlandfunk)"
        r"(?: „[^“]{1,40}“| [A-ZÄÖÜ][\w-]*){0,3})"
    ),
    hearer_openers=r"im (?:Interview|Gespräch) mit|im Interview de[rsm]|in einem (?:Interview|Gespräch) mit|gegenüber",
    passes_on=r"zitier(?:te|ten|t|en)",
    as_saying=r"mit den Worten|mit der Aussage",
    citing=r"unter Berufung auf|mit Verweis auf|unter Verweis auf|berief(?:en)? sich auf",
    issued_by=r"(?:Erklärung|Mitteilung|Pressemitteilung|Bericht|Schreiben|Stellungnahme|Meldung|Brief) (?:von|vom|des|der)",
    in_paper=(
        r"in (?:einer|der|ihrer|seiner|einem|dem) (?:gemeinsamen |schriftlichen |am \w+ veröffentlichten )?(?:Erklärung|Mitteilung|Pressemitteilung|Stellungnahme|Bericht|Schreiben|Meldung|Brief|Papier)(?: (?:von|vom|des|der))?|aus de[mrn]|von Seiten de[sr]|seitens de[sr]|vonseiten de[sr]"
    ),
    paper_says=r"hieß es|heißt es|verlautete|verlautet",
    according_to_behind=r"zufolge",
    reported_mood=r"sei|seien|habe|werde|könne|müsse|wolle|solle|dürfe|gebe|bleibe|gehe|komme|stehe|wisse|möge",
    articles=r"der|die|das|den|dem|des|ein|eine|einer|eines|einem|einen",
    conjunctions=r"und|oder|aber|doch|sondern|denn|sowie",
    coordination=r"und|oder",
    adverbial_prepositions=r"in|im|am|an|auf|bei|beim|nach|vor|während|zu|zum|zur|gegenüber|mit|über|um|seit|bis|durch|vom|anlässlich|wegen",
    participles=r"\w{3,}end",
    contrast=r"der|die|das|dem|den|dessen|deren|welcher|welche|welches|während|aber|doch|obwohl|wie|was|wobei|sondern",
    mediation=r"Vermittl(?:er|ung|ungen|erin|ern)|vermittel(?:t|te|ten|n)|Schirmherrschaft|gute Dienste",
    hosting=r"Gastgeber(?:n|in|s)?|ausgerichtet",
    impersonal=r"es|das|dies|man|was",
    told=r"informier(?:te|ten|t)|warn(?:te|ten)|bat(?:en)?|frag(?:te|ten)|versicher(?:te|ten)",
    negation=r"nicht|nie|niemals|kein(?:e[nmrs]?)?|ohne|weder|noch|dementier(?:te|ten|t)|bestritt(?:en)?|lehnte(?:n)?|abgelehnt|wies(?:en)?",
    bodies=(
        r"\w*[Mm]inisteriums?|Auswärtige[sn]? Amt(?:s)?|\w*[Aa]mt(?:s|es)?|Abteilung|\w*[Rr]at(?:s|es)?|Kommission|\w*[Aa]usschuss(?:es)?|Union|\w*[Rr]egierung(?:en)?|Parlament(?:s)?|Nationen|Staaten|Organisation|Partei|Armee|Kommando|Gericht(?:s|shof)?|Bank|Verband|Verein|Institut(?:s)?|Gruppe|Front|Bewegung|Bundestag|Bundesrat|Kongress|Senat|UNO|Kreml|Weiße[sn]? Haus|Militär|Generalstab|Botschaft|Polizei|Kanzleramt|Präsidialamt|Gewerkschaft"
    ),
    joining=r"und|oder|der|die|das|den|dem|des|ein|eine|einer|eines|in|im|am|an|auf|aus|bei|von|vom|für|mit|zu|zum|zur",
    person_titles=(
        r"Herrn?|Frau|Dr|Prof|\w*[Pp]räsident(?:in|en)?|\w*[Mm]inister(?:in|präsident|präsidentin|s)?|Premier|Kanzler(?:in)?|Bundeskanzler(?:in)?|Staatssekretär(?:in)?|König(?:in)?|Prinz(?:essin)?|General|Senator(?:in)?|Abgeordnete[rn]?|Botschafter(?:in)?|Gouverneur(?:in)?|Oberst|Richter(?:in)?|Papst|Bürgermeister(?:in)?|\w*[Ss]precher(?:in)?|\w*[Cc]hef(?:in)?|Vorsitzende[rn]?|Direktor(?:in)?|Sondergesandte[rn]?|Generalsekretär(?:in)?|Außenbeauftragte[rn]?"
    ),
    prepositions=r"in|im|am|an|auf|aus|bei|beim|nach|vor|während|zu|zum|zur|mit|über|um|seit|bis|durch|von|vom|für|gegen|ohne|unter|zwischen|trotz|wegen|laut|gegenüber|angesichts|ab",
    outlet_verbs=r"berichte(?:t|te|ten|n)|melde(?:t|te|ten|n)|schr(?:ieb|ieben|eibt|eiben)",
    negation_follows=True,
    not_only=r"nur|allein|zuletzt",
    negative_determiners=r"kein(?:e[nmrs]?)?|niemand",
    negators=r"nicht|nie|niemals",
    infinitive=r"zu",
    honorifics=r"Herrn?|Frau|Dr|Prof",
    offices=(
        r"\w*[Ss]precher(?:in|s|innen)?|Anführer(?:in|s)?|\w*[Cc]hef(?:in|s)?|Direktor(?:in|s)?|\w*[Gg]esandte[rn]?|\w*[Uu]nterhändler(?:in|s|n)?|\w*[Vv]ertreter(?:in|s|n)?|Kommissar(?:in|s)?|\w*[Bb]erater(?:in|s)?"
        r"|Abgeordnete[rn]?|Beamte[rn]?|Analyst(?:in|en)?|Forscher(?:in|s)?|Expert(?:e|en|in)|Ökonom(?:in|en)?|Historiker(?:in)?|Koordinator(?:in)?|Vermittler(?:in|s|n)?|Delegierte[rn]?|Diplomat(?:in|en)?|Bürgermeister(?:in)?"
        r"|Admiral|Kommandeur(?:in)?|Kommandant(?:in|en)?|Major|Leutnant|Offizier(?:s|e)?|Gründer(?:in)?|Anwalt|Anwältin|Aktivist(?:in|en)?|Journalist(?:in|en)?|Mitglied(?:er|s)?|Kandidat(?:in|en)?|Bischof|Kardinal|Erzbischof|Vorsitzende[rn]?|Leiter(?:in|s)?|Politiker(?:in|s)?"
    ),
    office_modifiers=(
        r"ehemalige[rn]?|frühere[rn]?|damalige[rn]?|stellvertretende[rn]?|amtierende[rn]?|neue[rn]?|ranghohe[rn]?|hochrangige[rn]?|leitende[rn]?|oberste[rn]?|erste[rn]?|designierte[rn]?|ex|vize|geschäftsführende[rn]?"
    ),
    sentence_openers=(
        r"unterdessen|indes|jedoch|allerdings|außerdem|zudem|zuvor|später|gestern|heute|morgen|auch|nun|jetzt|so|dann|danach|dagegen|hingegen|dennoch|trotzdem|schließlich|zugleich|bereits|noch|hier|dort|ja|nein|alle|viele|einige"
        r"|mehrere|andere|dies|diese|dieser|dieses|als|wenn|während|nach|laut|foto|quelle|quellen"
    ),
    masculine=r"er|Herrn?|König|Prinz|\w*(?:[Ss]precher|[Mm]inister|[Pp]räsident|[Kk]anzler|[Bb]otschafter|[Uu]nterhändler|[Vv]ertreter)s?",
    feminine=r"sie|Frau|Königin|Prinzessin|\w*(?:[Ss]precher|[Mm]inister|[Pp]räsident|[Kk]anzler|[Bb]otschafter|[Uu]nterhändler|[Vv]ertreter|[Cc]hef)in",
    demonstratives=r"diese[nmrs]?|jene[nmrs]?",
    person_pronouns=r"er|sie",
    group_pronouns=r"(?!)",
    indefinite=r"ein(?:e[nmrs]?)?|neue[nmrs]?|weitere[nmrs]?|andere[nmrs]?",
    carried_by=r"im (?:Interview|Gespräch) mit|im Interview de[rs]|in einem (?:Interview|Gespräch) mit|gegenüber|(?:veröffentlicht|ausgestrahlt|zitiert|verbreitet) (?:von|vom|in|im)",
    linking=r"(?:(?:vorgelegte|verfasste|vorgeschlagene)[nrs]? )?(?:von|vom)|zwischen",
    place_prepositions=r"in|im|aus|bei|nahe|zwischen|nach|von",
    percent=r"%|Prozent",
    numbers={
        "ein": 1,
        "eine": 1,
        "einen": 1,
        "einem": 1,
        "einer": 1,
        "eins": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "elf": 11,
        "zwölf": 12,
        "dreizehn": 13,
        "vierzehn": 14,
        "fünfzehn": 15,
        "sechzehn": 16,
        "siebzehn": 17,
        "achtzehn": 18,
        "neunzehn": 19,
        "zwanzig": 20,
        "dreißig": 30,
        "vierzig": 40,
        "fünfzig": 50,
        "sechzig": 60,
        "siebzig": 70,
        "achtzig": 80,
        "neunzig": 90,
        "hundert": 100,
        "einhundert": 100,
        "tausend": 1000,
        "eintausend": 1000,
        "million": 1000000,
        "millionen": 1000000,
        "milliarde": 1000000000,
        "milliarden": 1000000000,
    },
)
