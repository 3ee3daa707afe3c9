"""English."""

from __future__ import annotations

from summarizer.language.rules import LanguageRules

ENGLISH = LanguageRules(
    code="en",
    reporting={
        "declined": (
            r"(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)) (?:to (?:comment|say|discuss|elaborate|answer|"
            r"speculate|disclose|confirm|give|provide|reveal|speak|identify|specify|detail)|comment)"
            r"|did not (?:immediately )?(?:comment|respond|elaborate)|(?:gave|made|offered|had) no (?:immediate |further )?(?:comment|details|reply|answer)|(?:gave|offered) no (?:reasons?|explanation)(?! to)"
            r"|sa(?:id|ys) (?:nothing|little)|kept silent|remained silent"
        ),
        "rejected": r"reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refus(?:e|es|ed)|rul(?:e|es|ed|ing) out|rebuff(?:s|ed)|oppos(?:es|ed)",
        "denied": r"den(?:y|ies|ied|ying)|disput(?:e|es|ed)|contradict(?:s|ed)?|refut(?:e|es|ed)",
        "demanded": r"demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|call(?:s|ed|ing) (?:for|on|upon)|ordered|ordering",
        "proposed": r"propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)|offer(?:s|ed)|floated|recommend(?:s|ed|ing)?|outlin(?:es|ed)",
        "asked": r"ask(?:s|ed|ing)?|invit(?:e|es|ed|ing)(?= [^,.;]{1,60} to )|urg(?:e|es|ed|ing)|appeal(?:s|ed)|request(?:s|ed)|plead(?:s|ed)|encourag(?:es|ed|ing)",
        "agreed": r"agree(?:s|d|ing)?|accept(?:s|ed)|consent(?:s|ed)|endors(?:es|ed)|welcom(?:es|ed|ing)",
        "warned": r"warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|caution(?:s|ed|ing)|vow(?:s|ed|ing)?",
        "criticised": (
            r"critici[sz](?:e|es|ed|ing)|condemn(?:s|ed|ing)?|accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)"
            r"|denounc(?:e|es|ed|ing)|slammed|blasted|complain(?:s|ed|ing)?|mock(?:s|ed|ing)|chastis(?:es|ed)|scold(?:s|ed)|lashed out|deplored|lamented"
        ),
        "confirmed": (
            r"confirm(?:s|ed|ing)?|acknowledg(?:e|es|ed|ing)|admit(?:s|ted|ting)?|conced(?:e|es|ed)|affirm(?:s|ed)"
            r"|verif(?:ied|ies)|reaffirm(?:s|ed)|reiterat(?:e|es|ed|ing)|made (?:it )?clear|makes (?:it )?clear"
        ),
        "announced": (
            r"announc(?:e|es|ed|ing)|declar(?:e|es|ed|ing)|proclaim(?:s|ed)|disclos(?:e|es|ed)|reveal(?:s|ed|ing)?"
            r"|unveil(?:s|ed)|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|releas(?:ed|ing) a statement|issued (?:an?|the|its|their) [^,.]{0,30}(?:statement|announcement|warning|call|order|declaration|appeal)"
        ),
        "claimed": (
            r"claim(?:s|ed|ing)?|alleg(?:e|es|ed|ing)|assert(?:s|ed|ing)?|maintain(?:s|ed)|contend(?:s|ed)"
            r"|argu(?:e|es|ed|ing)|charg(?:es|ed) that|boast(?:s|ed)|hint(?:s|ed)|impl(?:ied|ies|ying)|signal(?:s|l?ed|l?ing)"
        ),
        "expected": (
            r"expect(?:s|ed|ing)?|predict(?:s|ed|ing)?|believ(?:e|es|ed)|hop(?:e|es|ed|ing)|fear(?:s|ed)|anticipat(?:e|es|ed)"
            r"|estimat(?:e|es|ed)|think(?! tank)|thinks|thought|forecast(?:s)?"
        ),
        "said": (
            r"said|say|says|saying|told|tell|tells|telling|stat(?:es|ed)|add(?:s|ed|ing)|report(?:s|ed|ing)?|not(?:es|ed|ing)"
            r"|wr(?:ote|ites|iting)|written|tweet(?:s|ed|ing)|post(?:ed)|explain(?:s|ed|ing)|stress(?:es|ed|ing)"
            r"|emphasi[sz](?:es|ed|ing)|underlin(?:es|ed)|underscor(?:es|ed)|indicat(?:e|es|ed|ing)|mention(?:s|ed|ing)|(?<!is )(?<!was )(?<!not )(?<!be )(?<!been )(?<!n['’]t )(?<!were )(?:specif|clarif)(?:ies|ied)(?= that|[.,;:]|$)"
            r"|describ(?:e|es|ed|ing)|express(?:es|ed|ing)?|repl(?:y|ies|ied)|respond(?:s|ed)|answer(?:s|ed)"
            r"|remark(?:s|ed)|comment(?:s|ed|ing)|concluded that|recall(?:s|ed)|observ(?:es|ed)|testif(?:ied|ies)"
            r"|quot(?:es|ed|ing)|summari[sz](?:ed|es)|joked|declar(?:ing)|characteri[sz](?:es|ed)|hail(?:s|ed|ing)?|prais(?:es|ed|ing)|call(?:s|ed|ing)"
            r"|(?:spoke|speak(?:s|ing)) (?:(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this week|again|later|also|only|openly) )?(?:of|about|out)|talked about|briefed|cit(?:es|ed)|voic(?:es|ed)|put it|thank(?:s|ed)|point(?:s|ed|ing) out|echo(?:es|ed|ing)|question(?:s|ed|ing)? (?:whether|why|how|what|if)|found that|liken(?:s|ed)|learned from|informed|informs|notified"
            r"|(?:gave|gives?|giving|offered) (?:\w+ )?(?:answers|assurances)"
            r"|puts?(?= (?:the|their|its|his|her) (?:[\w’']+ ){0,2}(?:number|tally|toll|total|count|figure|losses|strength)s?(?: of [\w’' ]{3,40})? at (?:\w+ ){0,2}\d)"
        ),
    },
    according_to=r"according to|in the words of|as per",
    hedges=(
        r"reportedly|allegedly|purportedly|supposedly|apparently|citing (?:unnamed |anonymous |its |several )?(?:own )?sources?|citing (?:an? )?(?:unnamed|anonymous) \w+"
        r"|is believed to|are believed to|is said to|are said to|alleged|unconfirmed|rumou?red|so-called|it emerged"
        r"|could not be (?:independently )?(?:verified|confirmed)|(?:sources?|people|persons?|officials?|diplomats?) (?:familiar with|close to)|claim(?:s|ed|ing)?|previously reported"
    ),
    pronouns=r"he|she|they|it|who",
    anonymous=r"sources?|officials?|diplomats?|aides?|spokes(?:man|woman|person|people)|negotiators?|analysts?|experts?|observers?",
    talks=(
        r"talks?|negotiations?|meetings?|meets?|met|summits?|rounds?|conferences?|session|discussions|negotiate|negotiating|gathering"
        r"|gathered(?= (?:in|at|on) )|assembly of|convened?|convenes|under (?:consideration|discussion|negotiation)"
    ),
    papers=(
        r"memorand(?:um|a|ums)|documents?|statements?|agreements?|deals?|proposals?|letters?|plans?|accords?|treat(?:y|ies)"
        r"|drafts?|resolutions?|contracts?|press releases?|communiqu[eé]s?|declarations?|protocols?|road ?maps?|notes?|lists?"
        r"|invitations?|conventions?|pacts?|blueprints?|charters?|petitions?|texts?|frameworks?"
    ),
    definite_paper=r"(?:the|this|that) (?:document|paper|text|draft)",
    paper_is_verb=r"(?:plans?|notes?|lists?|drafts?|deals?|letters?|texts?) (?:to|that|with|on|how)",
    paper_statuses={
        "signed": r"sign(?:s|ed|ing)?(?! (?:of|that))|put (?:his|her|their|its) (?:names?|signatures?) to|initial(?:l?ed|s)",
        "withheld": r"reluctan(?:ce|t)|withh(?:e|o)ld(?:s|ing)?|refus(?:es|ed|al)|fail(?:s|ed)? to (?:submit|deliver|present)",
        "awaited": r"await(?:s|ed|ing)?|wait(?:s|ed|ing)? for|yet to",
        "promised": r"will (?:show|put forward|present|submit|hand|deliver|publish|sign|send)|promis(?:es|ed)|pledg(?:es|ed)",
        "published": r"publish(?:es|ed)|releas(?:es|ed)|issued|posted|unveiled",
        "delivered": r"hand(?:s|ed)|deliver(?:s|ed)|submit(?:s|ted)|present(?:s|ed)|sent|gave|received|exchanged|tabled",
    },
    takes_place=(
        r"scheduled(?: for)?|to be held|will (?:be held|begin|start|take place|resume|open|meet|continue)|(?:began|begin|begins|started?|starts"
        r"|resumed?|resumes|opened?|opens|held|took place|takes place|met|meet|meets|continued?|set for|due|occurred|convened|convenes)(?: (?:on|for|in|at))?"
    ),
    ends=r"(?:ends?|ended|ending|conclud(?:es?|ed|ing)|finish(?:es|ed)?|clos(?:es?|ed)|wrap(?:s|ped)? up|adjourn(?:s|ed)?)(?: (?:on|in|at|by))?",
    delegations=(
        r"delegations?|negotiating teams?|negotiators?|led by|headed by|head of|leads?|leading|chief|team|envoys?|represent(?:ed|ing|s|atives?)"
    ),
    outlets=(
        r"news agenc(?:y|ies)|newspapers?|news outlets?|broadcasters?|media|television|TV|radio|channel|website|magazine|daily|press|wire service"
    ),
    future=r"will|would|shall|to be held|scheduled|set to|due to|plans?|planned|expected|upcoming|next|forthcoming|is to|are to|going to",
    clause_openers=(
        r"that|which|who|whom|whose|when|while|where|after|before|as|because|although|though|if|since|until|unless|whether|but|so|whereas|what|how|why"
    ),
    auxiliary_verbs=(
        r"has|have|had|is|are|was|were|be|been|being|will|would|could|can|(?-i:may)|might|must|should|did|does|do|\w+n[’']t|[’'](?:s|ve|d|re|ll)"
    ),
    adverbs=(
        r"neither|nor|also|together|later|earlier|then|again|not|never|now|still|further|only|just|once|both|all|too|even|often|soon|since|first|instead|however|meanwhile"
        r"|(?!(?:fami|al|assemb|ital|re|supp|app|ear|on)ly\b)\w{2,}ly|himself|herself|themselves|itself|today|yesterday|tonight|tomorrow|ago|last|next|late|this|week|weekend|month|year|night|morning|evening|afternoon"
        r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|(?-i:May)|June|July|August|September|October|November|December"
    ),
    genitives=r"(?!(?:he|she|it|who|that|there|what|here)[’'])\w+[’']s",
    raised=r"believed|said|thought|reported|alleged|rumou?red|understood|expected",
    negative_determiners=r"no|none|neither|nobody",
    negators=r"neither|nor|not|never|\w+n[’']t|no longer",
    passive=r"is|are|was|were|be|been|being",
    agent=r"by",
    relatives=r"who|which|whose|that",
    finite_verbs=(
        r"\w{2,}ed|met|left|held|made|took|went|came|gave|sent|told|got|won|lost|led|fell|rose|kept|broke|began|spoke|flew|sought|struck|put|set|cut|hit|ran|saw|knew|grew|drew|stood|brought|built|bought|paid|met"
        r"|must|should|ended|continues?|remains?|wants?|needs?|plans?"
    ),
    hearer_openers=r"in (?:an|a|his|her|their) (?:\w+ )?(?:interview|briefing|call|conversation) (?:with|to)|in (?:remarks|comments|a statement) to|speaking to",
    pronoun_forms={"him": "he", "her": "she", "them": "they"},
    citing=r"citing|quoting|which cited|which quoted",
    outlet_verbs=r"report(?:s|ed)|wr(?:ote|ites)|carried|quoted",
    complementizers=r"that",
    asides=r"for the (?:first|second|last) time|once again|in turn|at last|at first",
    speech_nouns=r"charges?|accusations?|allegations?|claims?|assertions?|suggestions?",
    noun_complements=r"of|about|from|against|by|made",
    noun_like=(
        r"demands?|calls?|claims?|reports?|comments?|offers?|promises?|hopes?|fears?|requests?|orders?|notes?|answers?"
        r"|warning|threats?|forecasts?|estimates?|posts?|states|proposals?|complaints?|cites|thanks|signals?|tweets?|agreed"
    ),
    infinitive=r"to",
    passes_on=r"quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)",
    as_saying=r"as saying|as telling",
    issued_by=r"(?:statement|report|letter|document|memo|message|post|tweet|readout|transcript)s? (?:(?:issued|released|published|posted|made|sent) )?(?:by|from|of)",
    articles=r"an?|the",
    conjunctions=r"and|or|but|then|yet|both",
    coordination=r"and|or",
    adverbial_prepositions=r"in|on|at|during|after|before|to|as|when|while",
    participles=r"\w+ing|written|alleged",
    contrast=r"which|who|whom|while|whereas|but|although|though|as",
    mediation=r"mediat\w+|broker\w*|facilitat\w+|go-between|good offices|auspices",
    hosting=r"hosts?|hosted|hosting",
    impersonal=r"it|there|this|that|what|which",
    told=r"told|tells?|telling|informed|informs|notified|asked|asks|warned|warns|urged|urges|reminded|assured|briefed",
    negation=r"not|never|no|n't|neither|nor|without|denied|denies|refused|declined|fail(?:s|ed)?",
    person_titles=(
        r"Mr|Mrs|Ms|Dr|Sir|President|Prime Minister|Minister|Foreign Minister|Secretary|Chancellor|King|Queen|Prince|Princess|General|Gen|"
        r"Senator|Sen|Rep|Ambassador|Governor|Gov|Vice President|Chairman|Colonel|Col|Captain|Judge|Professor|Prof|Pope|Lord|Lady|Sheikh"
    ),
    bodies=(
        r"ministr(?:y|ies)|office|department|council|commission|committee|union|government|parliament|nations|states"
        r"|organi[sz]ation|party|army|command|court|bank|association|agency|institute|group|front|movement|house|congress|senate"
    ),
    joining=r"and|or|the|a|an|of|in|on|at|by|for|from|with|to|into|s|within|inside|near|among",
    prepositions=(
        r"in|on|at|by|for|from|with|during|after|before|under|over|about|to|into|of|through|amid|despite|against|between|within|without|following|since|until|via|per"
    ),
    honorifics=r"Mr|Mrs|Ms|Miss|Mister|Dr|Sir|Madam|Dame|Lord|Lady",
    offices=(
        r"spokes(?:man|woman|person|people)|leaders?|chief|chair(?:man|woman|person)?|directors?|heads?|envoys?|negotiators?|premier"
        r"|representatives?|commissioner|speaker|commander|advis[eo]r|aide|deput(?:y|ies)|lawmaker|legislator|official|analysts?|editor"
        r"|researcher|scholar|fellow|expert|economist|historian|coordinator|co-ordinator|mediator|delegate|diplomat|mayor|monarch|emir"
        r"|sultan|sheikh|ayatollah|cardinal|bishop|archbishop|admiral|marshal|(?-i:Major)|lieutenant|brigadier|brig|maj|lt|adm|sgt|capt|officer"
        r"|founder|president-elect|lawyers?|attorneys?|activist|journalist|reporter|author|member|boss|counsel|treasurer|czar|laureate"
        r"|politician|businessman|candidate|assistant|undersecretary|counterpart|ruler|dictator|crown|consul|executive|manager|organi[sz]er"
    ),
    office_modifiers=(
        r"former|ex|then|prime|foreign|vice|deputy|acting|interim|senior|chief|defen[cs]e|interior|finance|trade|economy|economic|state"
        r"|government|opposition|rebel|military|party|union|labou?r|presidential|parliamentary|national|security|special|lead|top|crown"
        r"|health|energy|justice|climate|peace|press|executive|managing|general|army|navy|police|group|company|foreign-policy|first|second"
    ),
    sentence_openers=(
        r"meanwhile|however|moreover|earlier|later|yesterday|today|tonight|tomorrow|still|then|now|also|thus|hence|instead|afterwards?"
        r"|elsewhere|separately|nevertheless|nonetheless|furthermore|besides|otherwise|here|there|yes|no|not|even|perhaps|maybe|once|soon"
        r"|updated|update|details|photo|source|sources|background|quote|both|each|some|many|most|all|several|among|such|last|next|this|these"
        r"|those|that|his|her|its|their|our|my|your|when|while|asked|speaking|according|another|other|one|two|three|only|just"
    ),
    complements_follow=True,
    complement_joins=r"of|affairs|intelligence",
    portfolios=r"(?:^|[^\w\s]\s*|(?:the|an?|deputy|former|junior|new|its|by|with|and) )(?P<office>minister|secretary)(?: of state)? (?:for|of) (?:the )?",
    masculine=r"he|him|himself|Mr|Sir|Lord|king|prince|emperor|(?:spokes|chair|congress|business|alder|clergy)man|sheikh|pope|cardinal|bishop",
    feminine=r"she|her|herself|Mrs|Ms|Miss|Madam|Dame|Lady|queen|princess|empress|(?:spokes|chair|congress|business)woman",
    demonstratives=r"this|that|these|those",
    person_pronouns=r"he|she",
    group_pronouns=r"they",
    definite=r"the",
    reached=r"reach(?:es|ed|ing)|struck|clinched|concluded|ratif(?:y|ied|ies)|approv(?:e|es|ed)",
    possessives=r"its|their|his|her",
    indefinite=r"an?|another|new",
    carried_by=(
        r"(?:aired|broadcast|televised|published|posted|printed|carried|quoted|cited) (?:on|by|in)"
        r"|in an interview (?:with|to|for|on)|speaking (?:to|on)|in remarks to|in comments to|as reported by"
    ),
    linking=r"(?:(?:laid out|\w+ed|\w+en|put forward|drawn up|made|sent) )?(?:by|from)|between",
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
        "hundred": 100,
        "thousand": 1_000,
        "million": 1_000_000,
        "billion": 1_000_000_000,
        "trillion": 1_000_000_000_000,
    },
    demonyms=r"\w+(?:ian|ean|can|ese|ish|iot|aeli|aqi|isi|anis?|eni)s?",
    place_prepositions=r"in|from|between|near|across|throughout",
    percent=r"%|per ?cent|pct",
    compounds=r"based|run|backed|aligned|led|controlled|owned|held|affiliated|linked|born|era|style|made|funded|registered|brokered|mediated",
)
