"""Spanish."""

from __future__ import annotations

from summarizer.language.rules import LanguageRules

_AR = r"(?:ó|aron|a|an|aba|aban|ado|ando|ará|arán)"
"""Endings of the verbs in -ar that news uses: third person, participle, gerund."""

SPANISH = LanguageRules(
    code="es",
    reporting={
        "declined": (
            r"(?:se neg(?:ó|aron)|se ha(?:n)? negado|declin(?:ó|aron)|rehus(?:ó|aron)|evit(?:ó|aron)|rechaz(?:ó|aron)) "
            r"(?:a )?(?:hacer (?:comentarios|declaraciones)|comentar|responder|dar detalles|precisar|revelar|confirmar|decir|hablar)"
            r"|no (?:quiso|quisieron) (?:hacer comentarios|comentar|responder|precisar|dar detalles|confirmar)|no hizo comentarios"
        ),
        "rejected": rf"rechaz{_AR}|descart{_AR}|se neg(?:ó|aron)|se ha(?:n)? negado|rehus{_AR}",
        "denied": rf"neg(?:ó|aron)|nieg(?:a|an)|negado|negando|desm(?:intió|intieron|iente|ienten|entido)|refut{_AR}",
        "demanded": r"exig(?:ió|ieron|e|en|ido|ía|ían|iendo)|reclam(?:ó|aron|a|an|ado|aba|ando)|demand(?:ó|aron|a|an|ado)|insist(?:ió|ieron|e|en|ido|iendo)",
        "proposed": (
            r"prop(?:uso|usieron|one|onen|uesto|oniendo)|sug(?:irió|irieron|iere|ieren|erido)|plante(?:ó|aron|a|an|ado)|recomend(?:ó|aron|ado)|recomiend(?:a|an)"
            r"|ofrec(?:ió|ieron|e|en|ido)"
        ),
        "asked": (
            r"p(?:idió|idieron|ide|iden|edido)|solicit(?:ó|aron|a|an|ado)|pregunt(?:ó|aron|a|an|ado)|inst(?:ó|aron|a|an|ado)|urg(?:ió|ieron|e|en|ido)"
            r"|llam(?:ó|aron) a|hizo un llamamiento|hicieron un llamamiento|invit(?:ó|aron|a|an|ado)|rog(?:ó|aron)"
        ),
        "agreed": (
            r"acord(?:ó|aron|ado)|acept(?:ó|aron|a|an|ado)|acced(?:ió|ieron|e|en|ido)|respald(?:ó|aron|a|an|ado)|apoy(?:ó|aron|a|an|ado)|aprob(?:ó|aron|ado)"
            r"|celebr(?:ó|aron) (?:el|la|que)|salud(?:ó|aron|a|an)|coincid(?:ió|ieron|e|en)"
        ),
        "warned": r"advirt(?:ió|ieron|iendo)|adviert(?:e|en)|advertido|amenaz(?:ó|aron|a|an|ado)|alert(?:ó|aron|a|an|ado)|avis(?:ó|aron|a|an)|previno|previnieron",
        "criticised": (
            r"critic(?:ó|aron|a|an|ado)|conden(?:ó|aron|a|an|ado)|acus(?:ó|aron|a|an|ado)|denunci(?:ó|aron|a|an|ado)|culp(?:ó|aron|a|an|ado)|lament(?:ó|aron|a|an|ado)"
            r"|se quej(?:ó|aron)|reproch(?:ó|aron|a|an|ado)|cuestion(?:ó|aron|a|an|ado)|arremet(?:ió|ieron)"
        ),
        "confirmed": r"confirm(?:ó|aron|a|an|ado|ando)|reconoc(?:ió|ieron|e|en|ido)|admit(?:ió|ieron|e|en|ido)|ratific(?:ó|aron|a|an|ado)|reafirm(?:ó|aron|a|an)|reiter(?:ó|aron|a|an|ado)|dej(?:ó|aron) claro",
        "announced": (
            r"anunci(?:ó|aron|a|an|ado|ando)|declar(?:ó|aron|a|an|ado)|proclam(?:ó|aron|a|an|ado)|revel(?:ó|aron|a|an|ado)|promet(?:ió|ieron|e|en|ido)"
            r"|asegur(?:ó|aron|a|an|ado)|garantiz(?:ó|aron|a|an)|se compromet(?:ió|ieron)|emit(?:ió|ieron) un comunicado|adelant(?:ó|aron|a|an|ado)"
        ),
        "claimed": r"afirm(?:ó|aron|a|an|ado|ando)|sost(?:uvo|uvieron|iene|ienen|enido)|aleg(?:ó|aron|a|an|ado)|argument(?:ó|aron|a|an|ado)|insinu(?:ó|aron|a|an)|defend(?:ió|ieron) que|dio a entender",
        "expected": (
            r"esper(?:a|an|aba|aban|ó|aron)|cre(?:e|en|yó|yeron|ía|ían)|conf(?:ía|ían|ió|iaron)|tem(?:e|en|ía|ían|ió)|consider(?:a|an|ó|aron|aba|aban)"
            r"|estim(?:a|an|ó|aron)|prev(?:é|én|io|ieron)|piens(?:a|an)|opin(?:a|an|ó|aron)|pronostic(?:a|an|ó|aron)|confi(?:ó|aron) en"
        ),
        "said": (
            r"di(?:jo|jeron|ce|cen|cho)|dec(?:ía|ían)|diciendo|señal(?:ó|aron|a|an|ado|ando)|indic(?:ó|aron|a|an|ado|ando)|inform(?:ó|aron|a|an|ado|ando)"
            r"|manifest(?:ó|aron|ado)|manifiest(?:a|an)|expres(?:ó|aron|a|an|ado)|explic(?:ó|aron|a|an|ado|ando)|añad(?:ió|ieron|e|en|ido|iendo)|agreg(?:ó|aron|a|an|ado|ando)"
            r"|coment(?:ó|aron|a|an|ado)|subray(?:ó|aron|a|an|ado)|destac(?:ó|aron|a|an|ado)|recalc(?:ó|aron|a|an)|remarc(?:ó|aron|a|an)|enfatiz(?:ó|aron|a|an)"
            r"|precis(?:ó|aron|a|an|ado)|apunt(?:ó|aron|a|an|ado)|cont(?:ó|aron) que|relat(?:ó|aron|a|an)|report(?:ó|aron|a|an|ado)|public(?:ó|aron|a|an) que|escrib(?:ió|ieron|e|en)|respond(?:ió|ieron|e|en|ido)"
            r"|contest(?:ó|aron|a|an|ado)|record(?:ó|aron|ado)|recuerd(?:a|an)|detall(?:ó|aron|a|an|ado)|coment(?:ó|aron)|notific(?:ó|aron|a|an|ado)|cit(?:ó|aron|a|an|ado)"
            r"|mencion(?:ó|aron|a|an|ado)|habl(?:ó|aron)(?= del? )|asever(?:ó|aron)|zanj(?:ó|aron)|matiz(?:ó|aron|a)|aclar(?:ó|aron|a|an|ado)|conclu(?:yó|yeron)|calific(?:ó|aron|a|an|ado)|describ(?:ió|ieron|e|en)"
            r"|elogi(?:ó|aron|a|an|ado)|agradec(?:ió|ieron|e|en|ido)|tuite(?:ó|aron)|comunic(?:ó|aron|ado que)|se lee|consta|reza"
        ),
    },
    according_to=(r"según|de acuerdo con|en palabras de|a juicio de|en opinión de|conforme a"),
    hedges=(
        r"supuestamente|presuntamente|al parecer|aparentemente|presunt[oa]s?|supuest[oa]s?|según fuentes|según versiones|se cree que|se dice que|habrían?|estarían?"
        r"|citando (?:a )?(?:\w+ )?fuentes|no (?:ha podido|pudo|pudieron) (?:ser )?(?:verificar|verificad[oa]s?|confirmar|confirmad[oa]s?)|sin confirmar|rumores|el llamado|la llamada"
        r"|fuentes (?:cercanas|conocedoras|familiarizadas)|trascendió"
    ),
    pronouns=r"él|ella|ellos|ellas|este|ésta|éste|quien|quienes",
    anonymous=(
        r"fuentes?|funcionari[oa]s?|diplomátic[oa]s?|portavo(?:z|ces)|vocer[oa]s?|asesor(?:es|a|as)?|negociador(?:es|a|as)?|analistas?|expert[oa]s?|observador(?:es|a|as)?"
        r"|responsables?|testigos?|autoridades|representantes?"
    ),
    talks=(
        r"conversaciones|negociaci(?:ón|ones)|diálogos?|reuni(?:ón|ones)|se (?:reunió|reunieron|reunirán|reunirá|reúne|reúnen)|cumbres?|rondas?|conferencias?|sesi(?:ón|ones)"
        r"|encuentros?|contactos|negociar|negociando|mesa de negociación"
    ),
    papers=(
        r"memorand(?:o|os|um|ums)|memorándum|documentos?|comunicados?|declaraci(?:ón|ones)|acuerdos?|propuestas?|cartas?|plan(?:es)?|pactos?|tratados?|borrador(?:es)?|resoluci(?:ón|ones)"
        r"|contratos?|protocolos?|hojas? de ruta|listas?|convenci(?:ón|ones)|convenios?|textos?|notas? de prensa|informes?|peticiones"
    ),
    definite_paper=r"(?:el|este|ese|dicho) (?:documento|texto|borrador|papel)",
    paper_is_verb=r"(?!)",
    paper_statuses={
        "signed": r"firm(?:ó|aron|ado|ada|a|an|ar)|suscri(?:bió|bieron|to|ta)|rubric(?:ó|aron|ado|ada)",
        "withheld": r"se neg(?:ó|aron) a (?:entregar|presentar)|no (?:entregó|entregaron|presentó|presentaron)|retuv(?:o|ieron)|reticen\w+",
        "awaited": r"esper(?:a|an|aba|aban)|aguard(?:a|an|aba|aban)|a la espera de|aún no|todavía no",
        "promised": r"promet(?:ió|ieron|e|en|ido)|(?:entregará|presentará|publicará|enviará|firmará)n?|se compromet(?:ió|ieron)",
        "published": r"public(?:ó|aron|ado|ada)|difund(?:ió|ieron|ido|ida)|divulg(?:ó|aron|ado)|emit(?:ió|ieron|ido)",
        "delivered": r"entreg(?:ó|aron|ado|ada)|present(?:ó|aron|ado|ada)|envi(?:ó|aron|ado|ada)|remit(?:ió|ieron|ido)|recib(?:ió|ieron|ido|ida)|intercambi(?:ó|aron|ado)",
    },
    takes_place=(
        r"previst[oa]s?(?: para)?|programad[oa]s?(?: para)?|se (?:celebrará|celebrarán|celebró|celebraron|celebra|realizará|realizarán|realizó|realizaron|llevará a cabo|reunirán|reunirá|reunieron|reunió)"
        r"|tendrá(?:n)? lugar|tuv(?:o|ieron) lugar|comenz(?:ó|aron|ará|arán)|empez(?:ó|aron|ará|arán)|inici(?:ó|aron|ará|arán)|reanud(?:ó|aron|ará|arán)|abri(?:ó|eron|rá)|convocad[oa]s?|fijad[oa]s?"
    ),
    ends=r"(?:conclu(?:ye|yó|yeron|irá)|termin(?:a|ó|aron|ará)|finaliz(?:a|ó|aron|ará)|acab(?:a|ó|ará))(?: el)?|hasta(?: el)?",
    delegations=(
        r"delegaci(?:ón|ones)|equipos? negociador(?:es)?|negociador(?:es|a|as)?|encabezad[oa]s?|encabez(?:a|ó|ará)|liderad[oa]s?|lider(?:a|ó|ará)|dirigid[oa]s? por|jef[ea]s?|al frente|enviad[oa]s?|represent(?:a|an|ante|antes|ado)|comitiva"
    ),
    outlets=(
        r"agencias?(?: de noticias)?|diarios?|periódicos?|medios?|cadenas?|emisoras?|televisi(?:ón|ones)|radio|canal(?:es)?|revistas?|portal(?:es)?|rotativo|prensa|semanarios?|sitio web"
    ),
    future=(
        r"\w+(?:ará|arán|erá|erán|irá|irán)|va a|van a|prev(?:é|én)|previst[oa]s?|programad[oa]s?|próxim[oa]s?|espera(?:n)? que|planea(?:n)?|tendrá(?:n)?|habrá|podrá(?:n)?|siguiente"
    ),
    clause_openers=r"que|quien|quienes|cuyo|cuya|cuando|mientras|donde|después|antes|como|porque|aunque|si|desde|hasta|pero|sino|para|según|lo|qué|cómo|tras",
    auxiliary_verbs=r"ha|han|había|habían|hubo|habría|habrían|es|son|fue|fueron|era|eran|está|están|estaba|estaban|será|serán|ser|sido|puede|pueden|podría|quiso",
    adverbs=(
        r"también|ya|luego|después|antes|además|asimismo|aún|todavía|ayer|hoy|mañana|no|nunca|siempre|\w+mente|anoche|entonces|ahora|poco|previamente|se|le|les|lo|así|mismo|misma"
        r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|pasado|tarde|noche"
    ),
    subject_may_follow=True,
    relatives=r"que|quien|quienes|cuyo|cuya",
    finite_verbs=r"\w{2,}(?:ó|aron|ieron|ará|arán)|fue|fueron|es|son",
    passive=r"fue|fueron|es|son|ser|sido|será|serán|era|eran",
    agent=r"por",
    definite=r"el|la|los|las|del|al",
    reached=r"alcanz(?:ó|aron|ado)|cerr(?:ó|aron)|ratific(?:ó|aron|ado|ar)",
    complementizers=r"que",
    possessives=r"su|sus|nuestro|nuestra",
    hearers=r"(?:a|ante) ((?:la prensa|los periodistas|los medios|los reporteros|periodistas|reporteros|medios)(?: locale?s?| locales| extranjer[oa]s?)?|(?:la (?:agencia|cadena|emisora|revista|radio)|el (?:diario|periódico|canal)|al (?:diario|canal)) [A-ZÁÉÍÓÚÑ][\w-]*(?: [A-ZÁÉÍÓÚÑ][\w-]*){0,3})|al ((?:diario|canal|periódico) [A-ZÁÉÍÓÚÑ][\w-]*(?: [A-ZÁÉÍÓÚÑ][\w-]*){0,3})",
    hearer_openers=r"en (?:una |su )?entrevista (?:con|a|concedida a)|en declaraciones a|en diálogo con|en conversación con",
    passes_on=r"cit(?:ó|aron|a|an|ado)",
    citing=r"citando a|citando|que cit(?:a|ó) a|con base en",
    issued_by=r"(?:comunicado|informe|carta|documento|mensaje|nota|declaración|texto) (?:(?:emitid[oa]|publicad[oa]|difundid[oa]) )?(?:por|de|del)",
    in_paper=r"en (?:un|el|su) (?:comunicado|informe|documento|texto|mensaje)(?: (?:emitido|publicado|difundido) por)?(?: del?)?|(?:el|un) (?:comunicado|texto|documento) del?",
    paper_says=r"se lee|consta|reza",
    articles=r"el|la|los|las|un|una|unos|unas",
    conjunctions=r"y|e|o|pero|mas|ni",
    coordination=r"y|e|o",
    adverbial_prepositions=r"en|a|al|ante|durante|tras|después|antes|para|por|con|sobre|desde|hasta|mientras",
    participles=r"\w+(?:ando|iendo)",
    contrast=r"que|quien|quienes|cuyo|cuya|mientras|pero|aunque|como|lo que|donde",
    mediation=r"mediador(?:es|a|as)?|mediación|medi(?:ó|aron|a|an)|auspici\w+|buenos oficios|facilitador(?:es|a)?|garantes?",
    hosting=r"anfitri(?:ón|ona|ones)",
    impersonal=r"se|esto|eso|ello|lo|qué",
    told=r"inform(?:ó|aron) a|pid(?:ió|ieron) a|inst(?:ó|aron) a|urg(?:ió|ieron) a|preguntó a|advirtió a|avisó a",
    negation=r"no|nunca|jamás|ni|sin|ningún|ninguna|tampoco|neg(?:ó|aron)|rechaz(?:ó|aron)",
    bodies=(
        r"ministerios?|cancillería|secretaría|oficina|departamento|consejo|comisi(?:ón|ones)|comité|uni(?:ón|ones)|gobiernos?|parlamento|nacion(?:es)?|estados|organizaci(?:ón|ones)|partido"
        r"|ejército|mando|tribunal|banco|asociación|instituto|grupo|frente|movimiento|cámara|congreso|senado|ONU|presidencia|policía|casa blanca|embajada|fiscalía"
    ),
    joining=r"y|e|o|el|la|los|las|un|una|de|del|en|a|al|por|para|desde|con|entre",
    person_titles=(
        r"señor|señora|sr|sra|dr|dra|don|doña|president[ea]|vicepresident[ea]|primer ministro|primera ministra|ministr[oa]|viceministr[oa]|canciller|secretari[oa]|rey|reina|príncipe|princesa|general"
        r"|senador[a]?|diputad[oa]|embajador[a]?|gobernador[a]?|coronel|capitán|juez[a]?|papa|alcald(?:e|esa)|portavoz|vocer[oa]|jef[ea]|líder|comandante|director[a]?"
    ),
    prepositions=r"en|a|al|ante|bajo|con|contra|de|del|desde|durante|entre|hacia|hasta|mediante|para|por|sin|sobre|tras|pese",
    outlet_verbs=r"inform(?:ó|aron|a|an)|report(?:ó|aron|a|an)|public(?:ó|aron|a|an)|escrib(?:ió|e|en)|recog(?:ió|e|en)",
    negative_determiners=r"ning[uú]n[oa]?|nadie",
    negators=r"no|nunca|jamás|tampoco",
    honorifics=r"señor(?:a|es)?|sr|sra|don|doña|dr|dra",
    offices=(
        r"portavo(?:z|ces)|vocer[oa]s?|líder(?:es|esa)?|jef[ea]s?|director(?:a|es)?|enviad[oa]s?|negociador(?:a|es)?|representantes?|comisari[oa]s?|asesor(?:a|es)?"
        r"|diputad[oa]s?|legislador(?:a|es)?|funcionari[oa]s?|analistas?|investigador(?:a|es)?|expert[oa]s?|economistas?|coordinador(?:a|es)?|mediador(?:a|es)?|delegad[oa]s?"
        r"|diplomátic[oa]s?|alcald(?:e|esa)|almirante|comandantes?|mayor|teniente|oficial|fundador(?:a)?|abogad[oa]s?|activistas?|periodistas?|miembros?|candidat[oa]s?|viceministr[oa]s?|subsecretari[oa]s?|obispo|cardenal|arzobispo"
    ),
    office_modifiers=(
        r"ex|exjef[ea]|entonces|primer|primera|vice|actual|alt[oa]|principal|especial|nuev[oa]|interin[oa]|general|nacional|de|del|la|los|las|exteriores|relaciones|defensa|interior|hacienda|economía"
        r"|comercio|gobierno|oposición|estado|seguridad|prensa|salud|energía|justicia|ejecutiv[oa]|militar|presidencial"
    ),
    sentence_openers=(
        r"mientras tanto|sin embargo|además|antes|después|ayer|hoy|mañana|también|ahora|así|entonces|asimismo|por su parte|por otra parte|finalmente|luego|aún|ya|no|sí|todos|muchos|algunos|varios"
        r"|otro|otros|otra|otras|este|esta|estos|estas|cuando|según|aquí|allí|foto|fuente|fuentes"
    ),
    complements_follow=True,
    masculine=r"él|éste|señor|sr|don|rey|ministro|vocero|director|embajador|senador|secretario|gobernador|negociador",
    feminine=r"ella|ésta|señora|señorita|sra|srta|doña|reina|ministra|presidenta|vocera|directora|embajadora|senadora|secretaria|gobernadora|negociadora",
    demonstratives=r"este|esta|estos|estas|ese|esa|dicho|dicha",
    person_pronouns=r"él|ella",
    group_pronouns=r"ellos|ellas",
    indefinite=r"un|una|unos|unas|otro|otra|nuevo|nueva",
    carried_by=r"en (?:una |su )?entrevista (?:con|a|concedida a|en)|en declaraciones a|difundid[oa]s? por|publicad[oa]s? (?:por|en)|citad[oa]s? por|recogid[oa]s? por|emitid[oa]s? por",
    linking=r"(?:(?:presentad[oa]|redactad[oa]|elaborad[oa]|enviad[oa]|propuest[oa]) )?(?:por|de|del)|entre",
    place_prepositions=r"en|desde|entre|cerca de|hacia",
    percent=r"%|por ciento",
    numbers={
        "uno": 1,
        "una": 1,
        "un": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        "cinco": 5,
        "seis": 6,
        "siete": 7,
        "ocho": 8,
        "nueve": 9,
        "diez": 10,
        "once": 11,
        "doce": 12,
        "trece": 13,
        "catorce": 14,
        "quince": 15,
        "dieciséis": 16,
        "diecisiete": 17,
        "dieciocho": 18,
        "diecinueve": 19,
        "veinte": 20,
        "treinta": 30,
        "cuarenta": 40,
        "cincuenta": 50,
        "sesenta": 60,
        "setenta": 70,
        "ochenta": 80,
        "noventa": 90,
        "cien": 100,
        "ciento": 100,
        "mil": 1000,
        "millón": 1000000,
        "millones": 1000000,
    },
)
