package io.handrail.care.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client wants of the program rather than of the step. Only whole messages count: "I could
 * not stop crying" asks for no stop. English and Spanish, without accents.
 */
enum Intent {
  STOP(
      "(?:i )?(?:have to|need to|must|should|got to|gotta|'ve got to) (?:get going|be off|head off)(?: .{0,25})?",
      "(?:let's |lets |can we |we can )?call it a (?:day|night)|(?:let's|lets|can we|i'd like to|i want to|i'd rather) (?:leave|finish|stop|end|pause) (?:it |this )?(?:here |there )?(?:for (?:today|now|tonight)|another (?:day|time))",
      "(?:that's|that is) (?:all|it) for (?:tonight|today|now)(?: .{0,20})?|(?:i've )?(?:had )?enough (?:of (?:this|it) )?for (?:tonight|this evening|one day)|i've had enough(?: of this| for tonight| for today)*(?: .{0,12})?",
      "(?:i )?(?:need|have) to go(?: now)?(?: (?:the|my|someone|it) .{1,20}(?:ing|here|late|door))?|(?:let's|lets|can we) (?:continue|finish|do this|go on|carry on) (?:another (?:day|time)|tomorrow|later|next time)",
      "(?:me )?tengo que (?:marchar(?:me)?|salir(?: ya)?|dejarte)(?: .{0,20})?|(?:mejor )?(?:lo )?(?:dejamos|seguimos) (?:para )?(?:otro dia|manana|luego|mas tarde)|hasta aqui (?:por )?hoy",
      "(?:can|could|shall|may) (?:we|i) (?:please )?(?:stop|finish|end|quit|leave|end it)(?: here|"
          + " now| it| this| there)*(?: for (?:today|now))?",
      "stop(?: it| this| here| now)*(?: for (?:today|now))?",
      "i(?:'d| would)? (?:really )?(?:want|need|like|'d like) to (?:stop|quit|finish|leave|go)(?:"
          + " here| now| this| it)*(?: for (?:today|now))?",
      "(?:let's|lets) (?:stop|finish|end)(?: here| now| it| this)*(?: for (?:today|now))?",
      "(?:that's |that is |i've had )?enough (?:for (?:today|now)|of this)",
      "quit|exit|cancel|bye|bye bye|goodbye",
      "i(?:'ve)? (?:have|need|got|gotta)(?: to)? go(?: now)?",
      "i'm done for (?:today|now)|i can't do this(?: now| today| right now)?",
      "(?:podemos|puedo|quiero|quisiera|me gustaria|necesito|vamos a|prefiero)"
          + " (?:parar|terminar|dejarlo|acabar|salir|detenerme|detenernos)(?: aqui| ya| ahora| por"
          + " hoy| por ahora)*",
      "(?:para|parar|paremos|paramos|terminar|terminemos|salir|dejarlo|lo dejo|dejemoslo|basta)(?:"
          + " aqui| ya| por hoy| por ahora)*",
      "(?:ya )?(?:es )?(?:suficiente|bastante) por hoy|(?:ya )?no puedo (?:mas )?(?:con esto"
          + " )?(?:hoy|ahora)",
      "(?:me )?tengo que ir(?:me)?(?: ya)?|adios|chao|hasta luego",
      "(?:i )?(?:gotta|got to|have to|need to|must|should) (?:go|run|leave|stop)(?: here| now|"
          + " already| for (?:today|now))*",
      "(?:i )?(?:need|want|could use) (?:a |to take a )?(?:break|pause)(?: from this| now)?|that's"
          + " enough for (?:now|today)|see you(?: later| tomorrow)?|until tomorrow|good night",
      "(?:ya )?me voy|tengo que (?:irme|dejarlo|parar|salir)(?: ya| aqui| ahora)?|me tengo que"
          + " ir|necesito (?:un descanso|una pausa)|nos vemos|hasta (?:manana|otro dia|la"
          + " proxima)|lo dejamos(?: aqui)?(?: por hoy)?"),
  SKIP(
      "(?:i'd|i would) (?:rather|sooner|prefer to|prefer) (?:leave (?:that|this|it)(?: one)?(?: out| empty)?|skip(?: .{0,20})?|pass|not (?:to )?(?:say|put|answer|write|go into|talk about|tell|share)(?: .{0,25})?)",
      "(?:i )?(?:don't|dont|do not) (?:want|wish|care) to (?:write|put|say|share|tell|answer|talk about|go into) (?:that|this|it)(?: .{0,15})?|(?:i'd )?rather (?:not(?: (?:say|answer|go into (?:it|that)))?|skip)|next question(?: please)?",
      "(?:de (?:eso|esto) )?(?:prefiero no|preferiria no|no quiero|no me apetece) (?:hablar(?: de (?:eso|esto))?|contarlo|decirlo|escribirlo|responder)(?: .{0,12})?",
      "(?:can|could|may) (?:i|we) (?:please )?(?:skip|pass)(?: on)?(?: this| it| that)?(?: one|"
          + " question| step| part)?",
      "(?:i'd like to |i want to |let's |lets )?skip(?: this| it| that)?(?: one| question| step|"
          + " part)?",
      "(?:i'll )?pass(?: on (?:this|that)(?: one)?)?|next(?: question| one| step)?(?: then)?",
      "(?:i'd|i would|i) (?:rather|prefer)(?: to)? (?:not|skip)(?: to)?(?: say| answer| talk about"
          + " (?:it|this|that))?(?: this| that| it)?(?: one)?",
      "i (?:don't|do not|dont) (?:want|wanna|feel like)(?: to)? ?(?:say|answer|answering|talk about"
          + " (?:it|this|that)|talking about (?:it|this|that)|do this(?: one)?|share)?(?: this|"
          + " that| it)?(?: one)?",
      "(?:i )?prefer not to(?: say| answer)?|no comment|move on|let's move on",
      "(?:quiero |quisiera |podemos |puedo |me )?(?:la |lo"
          + " )?(?:saltar|saltarme|saltarmela|saltarla|saltarlo|saltemos|salta|saltala|omitir|omitirla|pasar)(?:"
          + " esta| esto| esa| eso| la| a la)*(?: pregunta| siguiente| parte)*",
      "paso|siguiente(?: pregunta)?|otra pregunta|la siguiente",
      "prefiero no (?:decir(?:lo)?|contestar|responder|hacerlo|hablar de (?:eso|esto))(?: a)?(?:"
          + " esto| esta| eso| esa)?(?: pregunta)?",
      "no quiero (?:contestar|responder|decir(?:lo)?|hacerlo|hablar de (?:eso|esto))(?: a)?(?:"
          + " esto| eso| esta)?(?: pregunta)?",
      "(?:let's |lets |please )?(?:leave|omit|drop) (?:this|that|it)(?: one)?(?: out| empty| blank|"
          + " for now)*|(?:i )?(?:don't|dont|do not) (?:want|wish) to (?:say|answer|talk about|go"
          + " into|discuss) (?:it|this|that|this one)|not (?:this|that) one",
      "(?:mejor )?(?:la |lo )?(?:saltamos|pasamos|omitimos|dejamos)(?: esta| esto)?|(?:mejor"
          + " )?(?:saltar|saltemos|pasemos)(?: a)?(?: esta| la siguiente)?|esta no|deja(?:mos)?"
          + " esta(?: vacia)?"),
  BACK(
      "can (?:we|i) (?:please )?go back(?: .{0,25})?|(?:i want|i'd like) to go back(?:"
          + " (?:please|now|(?:one|and|a|to (?:that|it|this|the|what|my (?:answer|last|first)))\\b"
          + ".{0,20}))?",
      "(?:can (?:we|i) |i want to |let's )?(?:please )?go back(?: one| a step| to the"
          + " (?:last|previous) (?:one|question|step))?",
      "back|undo|(?:the )?previous(?: question| one| step)?",
      "i(?:'d like| want| need)? to (?:change|fix|edit|correct) (?:my |the |that )?(?:last"
          + " |previous )?(?:answer|one)",
      "(?:podemos |puedo |quiero )?(?:volver|ir|regresar)(?: hacia)?(?: atras| al anterior| a la"
          + " anterior)?(?: un paso)?",
      "atras|anterior|deshacer|(?:la )?pregunta anterior|quiero (?:cambiar|corregir) (?:mi |la"
          + " )?(?:ultima |anterior )?respuesta(?: anterior)?",
      "can (?:i|we) (?:please )?(?:go back|change|correct|fix|edit|redo) ?(?:to"
          + " )?(?:(?:my|the|that) )?(?:last|previous|earlier|first)?(?:"
          + " (?:answer|one|question|step|thing|part))?(?: .{0,25})?|i (?:made a mistake|wrote it"
          + " wrong)",
      "(?:puedo|podemos|quiero|quisiera) (?:volver|cambiar|corregir|regresar)(?:"
          + " (?:a|mi|la|lo))*(?: (?:anterior|ultima|ultimo|respuesta|pregunta|atras|de antes))*|me"
          + " equivoque"),
  CORRECTION(
      "(?:no )?(?:you|you've|you have|it's|it is) (?:got|put|written|have|noted|wrote)(?: .{0,12})? wrong(?: .{0,10})?|(?:no )?(?:eso )?no (?:era|es) eso|(?:no )?eso no (?:fue|es|era) (?:lo que|asi)(?: .{0,20})?",
      "(?:no )?that(?:'s| is|s) not (?:what i (?:said|meant|wrote|mean)|it|right|correct)(?: at"
          + " all)?",
      "(?:no )?(?:you|you've|you have) (?:got|get|misunderstood|misread|misheard|heard)(?: it|"
          + " that| me)?(?: wrong)?",
      "(?:no )?i (?:didn't|did not|never) (?:say|mean|write) (?:that|it)",
      "that(?:'s| is) wrong|wrong|not what i (?:said|meant)",
      "(?:no )?eso no es (?:lo que (?:dije|queria decir|he dicho|escribi|quise"
          + " decir)|asi|correcto)",
      "(?:yo )?no (?:dije|he dicho|queria decir|escribi) eso|(?:me )?(?:has"
          + " )?(?:entendiste|entendido) mal|(?:eso )?esta mal",
      "(?:no )?(?:wait )?that(?:'s| is|s) not (?:quite |exactly |really )?(?:what i"
          + " (?:said|meant|wrote|mean)|how i meant it|it|right|correct|true)",
      "(?:no )?(?:wait )?(?:you|you've|you have) (?:got|get|understood|put) (?:it|that|me|this)"
          + " (?:all )?wrong|i meant something else|not like that",
      "(?:no )?eso no es (?:exactamente |bien )?(?:lo que (?:dije|queria decir|escribi|quise"
          + " decir)|asi|correcto|eso)|(?:no )?(?:me )?(?:has entendido|entendiste|lo"
          + " entendiste|estas entendiendo) mal|no era eso|no fue asi"),
  WHERE(
      "(?:sorry )?(?:so )?where (?:were|are|was) (?:we|i)(?: (?:again|now))?|(?:and )?what was the"
          + " question(?: again)?|what did (?:you|we) (?:ask|talk about)(?: .{0,15})?|(?:sorry"
          + " )?(?:it's|it has|it is|its) been (?:a while|a long time|weeks)|i(?:'m| am) back(?:"
          + " again)?",
      "(?:perdon )?(?:por )?donde (?:estabamos|ibamos|nos quedamos|lo dejamos|quedamos)|(?:y )?cual"
          + " era la pregunta|(?:ya )?(?:he vuelto|estoy de vuelta|volvi)"),
  PERSON(
      "(?:can|could|may) i (?:please )?(?:talk|speak|write) (?:to|with) (?:a |an |my |some)?(?:real )?(?:person|human|therapist|someone|somebody|counsell?or|doctor|psychologist)(?: .{0,20})?",
      "i(?:'d| would)? (?:sooner|rather|want to|need to|like to|prefer to) (?:talk|speak|chat) (?:to|with) (?:a |an |my |some)?(?:real |actual )?(?:person|human|therapist|someone|somebody|counsell?or|doctor|psychologist)(?: .{0,20})?",
      "(?:quiero|quisiera|preferiria|prefiero|necesito|puedo|podria|me gustaria) hablar con (?:mi |una |un |alguien|algun )?(?:terapeuta|psicolog[oa]|persona)(?: .{0,20})?",
      "(?:can|could|may) i (?:please )?(?:talk|speak|write|chat)(?: to| with)? (?:a |an |my"
          + " |some)?(?:real |actual"
          + " )?(?:person|human|therapist|someone|somebody|one|counsell?or|doctor)(?: real)?(?:"
          + " please| instead)?",
      "i (?:want|need|would like|'d like) (?:to (?:talk|speak|chat) (?:to|with) )?(?:a |my"
          + " |some)?(?:real |actual"
          + " )?(?:person|human|therapist|someone|somebody|one|counsell?or|doctor)(?: instead|"
          + " now)?",
      "i'd like to (?:talk|speak) (?:to|with) (?:a |my |some)?(?:real"
          + " )?(?:person|human|therapist|someone|somebody|one)",
      "(?:a )?(?:real )?(?:person|human)",
      "(?:puedo|quiero|quisiera|necesito|me gustaria) hablar con (?:una persona|alguien|mi"
          + " terapeuta|mi psicolog[oa]|un humano|una persona real|un terapeuta|un medico)(?: de"
          + " verdad| real)?",
      "i(?:'d| would)? (?:rather|prefer to|like to|want to|need to) (?:talk|speak|chat|write)"
          + " (?:to|with) (?:a |an |my |some)?(?:real |actual"
          + " )?(?:person|human|therapist|someone|somebody|counsell?or|doctor)(?: .{0,20})?",
      "(?:prefiero|quiero|quisiera|necesito) (?:hablar con|a) (?:una |un |mi"
          + " )?(?:persona|alguien|terapeuta|psicolog[oa]|humano|medic[oa])(?: .{0,20})?"),
  HUMAN(
      "am i (?:really )?(?:talking|speaking|writing|chatting) (?:to|with) (?:a |an )?(?:real |actual )?(?:human|person|bot|robot|machine|someone|program)(?: .*)?|eres (?:una |un )?(?:maquina|persona|humano|robot)(?: .*)?",
      "are you (?:a |an )?(?:human|real|real"
          + " person|person|robot|bot|machine|ai|computer|chatbot|chatgpt|therapist)(?: .*)?",
      "am i (?:talking|speaking) to (?:a |an )?(?:real )?(?:human|person|bot|robot|machine|ai)(?:"
          + " .*)?",
      "(?:who|what) are you",
      "eres (?:un |una )?(?:humano|humana|persona|real|robot|bot|maquina|ia|inteligencia"
          + " artificial|de verdad|terapeuta)(?: .*)?",
      "(?:con )?quien (?:eres|hablo|estoy hablando)|que eres|hablo con (?:una persona|un robot|una"
          + " maquina)(?: .*)?",
      "are you (?:even |really |actually )?(?:a |an"
          + " )?(?:human|real|person|robot|bot|machine|program|therapist)(?: .*)?",
      "(?:me )?(?:esta|estas) contestando (?:una persona|alguien|una maquina)(?: .*)?"),
  WHO_READS(
      "(?:do|does|will|can|is|are) (?:my |the |any |anyone |you )?(?:\\w+ )?(?:from the \\w+ )?(?:see|seeing|read|reading|keep|keeping|record|recording|store|storing|save|saving|share)(?:ing)? (?:a record of )?(?:this|that|it|all|any|everything|what|my)(?: .*)?",
      "(?:esto |lo )?(?:lo )?(?:lee|ve|guarda|guardas|grabas|graba) (?:alguien|todo|esto|lo que)(?: .*)?|(?:esto )?(?:lo )?(?:lee|ve) alguien(?: .*)?",
      "who (?:reads|sees|can (?:read|see)|will (?:read|see)|gets to (?:read|see)|is going to"
          + " (?:read|see))(?: .*)?",
      "(?:is|are) (?:this|these|it|that|my answers|what i (?:write|say))"
          + " (?:private|confidential|secret|anonymous|safe)(?: .*)?",
      "(?:does|will|can) (?:my |the )?(?:therapist|doctor|clinic|anyone|anybody|someone)"
          + " (?:read|see)(?: .*)?",
      "quien (?:lee|ve|puede (?:leer|ver)|va a (?:leer|ver)|leera|vera)(?: .*)?",
      "(?:es|son) (?:esto |mis respuestas |lo que escribo"
          + " )?(?:privad[oa]s?|confidencial(?:es)?|anonim[oa]s?|secret[oa]s?)(?: .*)?",
      "(?:mi )?terapeuta (?:lee|ve|puede ver|puede leer|va a leer|va a ver)(?: .*)?",
      "who (?:is )?(?:reads|reading|sees|seeing|gets|can see) (?:this|it|that|my|what)(?: .*)?|is"
          + " (?:anyone|anybody|someone|somebody) (?:reading|watching|seeing|there)(?: .*)?",
      "(?:hay )?alguien (?:lee|leyendo|ve|viendo|mira|mirando|ahi)(?: .*)?|a quien le"
          + " (?:llega|mandas)(?: .*)?"),
  WHY(
      "why (?:do|must|should) i (?:have to|need to) (?:go (?:over|through)|say|tell you|write|give|put)(?: .{0,30})?|(?:why|how come)(?: (?:do|does|would))?(?: (?:you|i|it|the))?(?: (?:need|want|numbers?|question))?(?: .{0,15})?(?: numbers?)?",
      "(?:how|what good) (?:does|will|would) (?:this|that|it|going over (?:it|this)|doing (?:it|this)|writing (?:it|this))(?: .{1,15})? ?(?:help|do|change)(?: me)?|what(?:'s| is) the (?:point|use|good)(?: (?:of|in) .{1,20})?|what does it matter (?:where|when|what)(?: .{0,15})?",
      "(?:de|para) que (?:me )?(?:va a )?(?:servir|sirve|vale)(?: .{0,15})?|por que (?:un |el |los )?numeros?(?: .{0,10})?",
      "(?:but )?why(?: do| does| would| are)?(?: you| it| this| i)?(?: need| have| want)?(?:"
          + " to)?(?: ask| asking| matter| know| do this| answer)?(?: me)?(?: that| this| it| about"
          + " (?:that|it|this))?(?: question)?",
      "(?:what's|what is|whats) (?:the point|this for|that for|the reason)(?: of (?:this|that|it)|"
          + " for (?:this|that))?(?: question)?",
      "(?:how|why) (?:does|will|would|is|can) (?:this|that|it) (?:help|helping|supposed to"
          + " help|useful)(?: me)?",
      "por ?que(?: (?:me )?(?:lo )?preguntas(?: (?:eso|esto))?)?|por ?que (?:esta pregunta|quieres"
          + " saber(?:lo)?(?: eso)?|importa(?: eso| esto)?)",
      "(?:y )?(?:para|de) que(?: (?:sirve|es|me preguntas|me sirve|me va a servir)(?:"
          + " (?:esto|eso|esta pregunta))?)?",
      "(?:en |y )?(?:como|que) me (?:ayuda|va a ayudar|puede ayudar)(?: (?:esto|eso))?",
      "(?:but )?why (?:do|would|are|did) you (?:even |always |keep"
          + " )?(?:ask|asking|want|need|care)(?: .{0,25})?|why (?:does|is|should|would)"
          + " (?:that|this|it) (?:even )?(?:matter|important|relevant|help)(?: .{0,15})?",
      "(?:and )?(?:what|how) is (?:this|that|it) (?:good|useful|supposed to be|any"
          + " good|important|supposed to help)(?: .{0,20})?|(?:what's|what is) (?:this|that|it)"
          + " (?:for|good for)|does (?:this|that|it) (?:even )?(?:matter|help)|is (?:that|this|it)"
          + " (?:important|necessary|relevant|needed)",
      "(?:y )?(?:para|por) que (?:quieres|quiere|necesitas|tengo que|hay que|lo)(?: .{0,30})?|(?:y"
          + " )?(?:esto|eso) (?:para|por) que(?: .{0,15})?|(?:eso|esto) (?:importa|es"
          + " importante|ayuda|sirve)(?: .{0,10})?|(?:que|y que) importa(?: eso)?"),
  EXAMPLE(
      "(?:can|could) (?:you|i) (?:please )?(?:give|show|have|see)(?: me)? (?:an |one |some )?examples?(?: .{0,20})?",
      "(?:can (?:you|i) |could (?:you|i) )?(?:please )?(?:give|have|see|get|show)?(?: me)? ?(?:an"
          + " |another |one )?examples?",
      "(?:like|such as) what|for (?:example|instance)|eg|e g",
      "(?:me )?(?:puedes |podrias"
          + " )?(?:dar|darme|dame|das|pon|ponme|poner|ponerme|mostrar|muestrame)?(?: me)? ?(?:un"
          + " |otro |algun )?ejemplo",
      "por ejemplo|como que|como por ejemplo|(?:puedo|quiero) ver un ejemplo",
      "(?:can|could|may|do you have|is there|show me|i(?:'d| would) like|i need|i want|let me|how"
          + " about)? ?(?:i |you )?(?:please )?(?:have|see|give me|show me|get)?"
          + " ?(?:an|another|some|one) examples?(?: .{0,25})?",
      "(?:me )?(?:das|dame|puedes dar|podrias dar|pones|hay|tienes)(?:me)? ?(?:un|algun|otro)"
          + " ejemplo(?: .{0,15})?|(?:un )?ejemplo"),
  HINT(
      "(?:a (?:little|bit of) |some )?help(?: me)?(?: out)?(?: here| with it| a bit)?(?: please)?|(?:any|some) (?:tips?|hints?|ideas?|pointers?)(?: .{0,25})?",
      "give me (?:something|an idea|a start|a hint|a clue|a tip)(?: .{0,25})?|what would you (?:say|put|write|answer)(?: .{0,12})?|can you help(?: .{0,20})?|how do i find (?:it|one|that)(?: .{0,10})?",
      "(?:dame|me das) (?:una |alguna )?(?:pista|idea|ayuda)(?: .{0,15})?|echame una mano(?: .{0,15})?|(?:que|tu que) pondrias(?: tu)?(?: aqui)?",
      "(?:can|could|would) you (?:please )?(?:help(?: me)?|give me (?:a |another |some"
          + " )?(?:hint|clue|idea|help))(?: out| here| with (?:this|that))?",
      "(?:give me )?(?:a |another )?(?:hint|clue)|help(?: me)?(?: here| out| with this)?|i need"
          + " (?:some )?help(?: with this)?",
      "(?:me )?(?:puedes |podrias )?(?:dar(?:me)?|dame|das) (?:una |otra"
          + " )?(?:pista|ayuda|idea)|(?:una |otra )?pista",
      "ayuda(?:me)?|(?:me )?(?:puedes|podrias) ayudar(?:me)?(?: con (?:esto|eso))?|necesito"
          + " ayuda(?: con (?:esto|eso))?",
      "(?:please )?(?:help|help me)(?: .{0,20})?(?: please)?|(?:any|got a|some)"
          + " (?:hints?|tips?|clues?)"),
  UNCLEAR(
      "(?:what|which) (?:kind|sort|type) of (?:thing|moment|thought|fact|answer|situation|feeling|problem)s?(?: .{0,20})?|(?:i )?(?:don't|dont|do not) (?:get|understand|know) what you(?:'re| are)? (?:\\w+ ?){1,4}(?: .{0,10})?",
      "(?:is|does) (?:0|100|zero|ten|10|a hundred|one hundred)(?: mean)?(?: the)? .{1,30}|(?:el )?(?:cero|cien|0|100|diez|10) (?:es|significa) .{1,25}|what counts(?: as .{1,25})?",
      "(?:a )?(?:que|cual) (?:tipo|clase) de .{1,20}|(?:could|can) you (?:put|say|ask|explain|phrase) (?:it|that|this)(?: .{1,25})?",
      "what do you mean(?: by .*| with .*)?|what does (?:that|this|it|\\w+) mean",
      "(?:i )?(?:don't|do not|dont|didn't) (?:really )?(?:understand|get it|get this|get"
          + " that|follow)(?: the question| this| that| it| you| what you mean)*",
      "(?:can|could) you (?:please )?(?:explain|rephrase|clarify|repeat|say)(?: that| it| this| the"
          + " question)?(?: again| differently| another way| more| better)?",
      "what|huh|sorry|eh|pardon",
      "i'm (?:confused|lost)|(?:i'm )?not sure what (?:you mean|to (?:do|write|say|put)|this"
          + " means)(?: here)?",
      "what (?:should|do|am) i (?:write|say|put|supposed to (?:write|say|put|do))(?: here)?|how do"
          + " i (?:answer|do|fill)(?: in)? (?:this|that)",
      "(?:a )?que (?:quieres decir|te refieres|significa)(?: con)?(?: .*)?",
      "no (?:lo |la |te )?(?:entiendo|comprendo|entendi)(?: la pregunta| esto| eso| nada| bien)?",
      "(?:me )?(?:lo )?(?:puedes|podrias) (?:explicar|repetir|aclarar)(?:me)?(?:lo)?(?: mejor| eso|"
          + " esto| otra vez| la pregunta)*",
      "como|que|perdon|que (?:tengo que|debo|hay que) (?:(?:escribir|decir|poner)(?: aqui)?|hacer"
          + " aqui)|como (?:se )?(?:hago|hace|contesto|respondo)(?: esto)?",
      "(?:sorry )?(?:what|how|which .{1,15}) (?:do )?(?:you )?mean(?:s)?(?: .{0,30})?|do you mean"
          + " .*|(?:do|does|should) (?:i|it|that|this) (?:write|put|say|have to be|mean|need to"
          + " be|count)(?: .{0,40})?|what (?:counts as|is meant by|kind of|sort of|exactly is)"
          + " .{1,30}",
      "(?:i )?(?:not|no|don't|dont|do not|didn't|can't|cannot) (?:understand|get|follow|see)(?:"
          + " (?:the|what|this|that|it|these|how|your)(?: .{0,30})?)?|(?:what|how)"
          + " (?:detailed|long|exact|much|many)(?: .{0,30})?",
      "(?:am i doing|is) (?:this|that|it) (?:right|correct|ok|okay|how (?:you|it)|what you"
          + " (?:mean|want))(?: .{0,20})?|is there a (?:better|right|wrong) (?:way|answer)(?:"
          + " .{0,25})?|how (?:should|do|would|can) i (?:write|put|say|phrase|word|rate|do)"
          + " (?:it|this|that)(?: .{0,15})?",
      "(?:could|can|would) you (?:please )?(?:explain|rephrase|clarify|say|ask|put)(?:"
          + " .{0,30})?|what (?:do )?you want (?:from|of) me|what (?:should|do|can) i"
          + " (?:write|put|say|answer)(?: .{0,15})?",
      "(?:te|se) refieres? a .*|(?:lo )?estoy haciendo bien(?: .{0,10})?|(?:esta|es) bien"
          + " asi|(?:asi )?(?:esta bien|vale asi)|que (?:es|significa|cuenta como|quiere decir)"
          + " (?:un |una |eso|esto|lo ).{0,25}",
      "(?:me )?(?:lo )?(?:puedes|podrias) (?:explicar|repetir|decir|preguntar)(?:me)?(?:lo)?(?:"
          + " .{0,30})?|(?:me )?lo (?:explicas|repites|aclaras|dices)(?: .{0,25})?|explicamelo(?:"
          + " .{0,20})?|no (?:entiendo|comprendo|pillo|capto) (?:lo|la|el|que|los|las|eso|esto)(?:"
          + " .{0,25})?|(?:que|como) (?:(?:tengo que|hay que|debo|deberia)"
          + " (?:escribir|poner|decir|contestar|responder|hacer"
          + " aqui|rellenar)|pongo|escribo|contesto)(?: .{0,20})?"),
  DONT_KNOW(
      "(?:i'm |im |my (?:mind|head) (?:is|was|went) |i (?:went|am) )(?:completely |totally |just )?(?:blank|empty)(?: right now| now| just now)?|(?:i )?(?:can't|cannot|couldn't|can not) (?:(?:come up with|think of|name) (?:anything|one|any|a thing)(?: .{0,20})?|remember (?:when|what|where)(?: .{0,15})?|see (?:any|anything)(?: (?:against .{1,10}|here|at all|right now))?)",
      "(?:i'm )?not sure (?:how|what|which|where|about) .{1,25}|(?:it's |that's )?(?:hard|difficult|tricky) to (?:say|name|tell|describe)(?: .{0,12})?|(?:no (?:idea|clue)|beats me|search me|no clue at all|couldn't tell you)(?: .{0,15})?|honestly no (?:idea|clue)",
      "nothing (?:really |much )?(?:came|comes|went|was there|in particular)?(?: .{0,12})?(?:my (?:mind|head) (?:went|was) (?:blank|empty))|i (?:don't|do not|dont) see any(?: here| at all)?",
      "(?:ahora (?:mismo )?)?no (?:me sale|se me ocurre|veo|encuentro|me viene) (?:nada|ningun[oa]?)(?: en contra| ahora| aqui| la verdad)?|me quede en blanco|(?:se me fue la cabeza|tenia la mente en blanco)(?: .{0,20})?|ni idea(?: .{0,15})?",
      "(?:i )?(?:really |just |honestly )?(?:don't|do not|dont|dunno|didn't) ?(?:really"
          + " )?(?:know)?(?: what (?:to (?:say|write|put|answer)|it was)| how| yet| really|"
          + " that)?(?: at all)?",
      "(?:i )?dunno|idk|i've? (?:got |have )?no (?:idea|clue)|no (?:idea|clue)|who knows|hard to"
          + " say|it's hard(?: to say)?",
      "(?:i'm |im )?not (?:really |so |too )?sure(?: yet| really)?",
      "(?:i )?(?:can't|cannot|cant|couldn't) (?:really )?(?:think|remember|say|recall)(?: of)?(?:"
          + " anything| any| one| it)?",
      "nothing (?:comes|came) to mind|(?:my mind is |i'm |im )?blank",
      "(?:pues )?no (?:lo )?se(?: que (?:decir|poner|escribir|contestar))?(?: bien| muy bien| la"
          + " verdad| todavia)*",
      "(?:no tengo )?(?:ni )?(?:la menor )?idea|no estoy segur[oa]|no se me ocurre nada|no (?:me"
          + " acuerdo|recuerdo)(?: nada)?|quien sabe|es dificil(?: de decir)?",
      "(?:i )?(?:really |just |honestly )?(?:don't|dont|do not|can't|cannot|can"
          + " not|couldn't|didn't) (?:really |honestly |even"
          + " )?(?:know|remember|recall|tell|say|choose|decide)(?: (?:what to|what it was|what i"
          + " (?:felt|feel|thought|think|was thinking|said|want)|how to|which|where to|when"
          + " exactly|exactly|any|it|one)(?: .{0,20})?)?",
      "(?:i )?(?:honestly |really |just )?(?:don't|dont|can't|cannot|couldn't|could not) (?:really"
          + " |honestly )?(?:see|find|think of|come up with|name) (?:any|anything|a|one|much|a"
          + " single)(?: .{0,20})?|(?:i )?(?:honestly |really )?have (?:no|none)(?: idea| words|"
          + " clue)?(?: .{0,25})?",
      "(?:i have )?no (?:idea|clue)(?: .{0,35})?|too tired(?: .{0,20})?|(?:there (?:are|is) )?too"
          + " (?:many|much)(?: .{0,30})?|i don't know(?: .{0,12})?|(?:it's |that's )?(?:too"
          + " )?(?:hard|difficult) to (?:say|tell|choose|put into words)(?: .{0,15})?",
      "(?:pues )?(?:yo )?no (?:lo )?(?:se|sabria|recuerdo|me acuerdo)(?:"
          + " (?:(?:(?:que|como|cual|donde|por donde) )?\\w+[aei]r(?:lo)?|bien|exactamente|cual|que"
          + " (?:sentia?|pensaba|fue))(?: .{0,20})?)?|ni idea(?: .{0,15})?|no"
          + " (?:veo|encuentro|tengo|hay) (?:ningun[oa]?|nada|uno|una)(?: .{0,15})?|no se me"
          + " (?:ocurre|viene)(?: .{0,25})?|(?:es )?dificil (?:de )?(?:decir|explicar|elegir)"),
  FRUSTRATED(
      "(?:this|it) does (?:nothing|no good)(?: for me| at all)?|this (?:isn't|is not) (?:doing anything|helping)(?: .{0,12})?|(?:bloody hell|ffs|for (?:fuck|god|heaven)'?s'? sake|jesus christ|damn it|oh come on|screw this)(?: .{0,12})?",
      "you (?:keep|always) (?:asking|saying)(?: .{0,25})?|you(?:'re| are)? (?:just )?(?:a |an )?(?:stupid|dumb|useless|bloody) (?:thing|machine|bot|robot|program|computer)|you asked (?:me )?(?:that|this)(?: .{0,15})?",
      "esto (?:no me ayuda|es una perdida|es (?:una )?(?:estupidez|basura|tonteria)|no sirve)(?: .{0,20})?",
      "(?:this|that|it)(?:'s| is|s) (?:so |really |just |too |completely"
          + " )?(?:stupid|pointless|useless|dumb|rubbish|a waste of time|not"
          + " (?:helping|working)|silly|too hard|hard|boring|annoying)(?: for me)?",
      "(?:this|it) (?:isn't|doesn't|does not|is not|won't) (?:help|helping|work|working)(?: me)?(?:"
          + " at all)?",
      "you(?:'re| are) (?:not (?:listening|helping|getting it)|useless|stupid|annoying)|you"
          + " (?:don't|do not) (?:understand|get it|listen)(?: me)?",
      "i hate (?:this|you)|fuck (?:this|you|off)|whatever|this sucks|shut up",
      "esto (?:es (?:una |un )?(?:tonteria|estupid[oa]|inutil|estupidez|perdida de tiempo|muy"
          + " dificil|dificil|aburrido)|no (?:sirve|funciona|ayuda|me ayuda|me sirve))(?: de nada|"
          + " para nada)?",
      "no me (?:entiendes|escuchas|ayudas)|odio esto|(?:me )?da igual|que tonteria",
      "(?:what's|what is) (?:it|that) to you|none of your business|leave me"
          + " (?:alone|be)|(?:you're|you are) (?:just |only )?(?:a |an )?(?:stupid |dumb"
          + " )?(?:machine|robot|bot|program|computer)(?: .{0,30})?|you(?:'ve| have)? (?:already"
          + " )?(?:asked|said) (?:me )?(?:that|this)(?: .{0,20})?",
      "(?:this|it)(?: is|'s)? (?:so |really |just |totally |completely"
          + " )?(?:pointless|useless|nonsense|bullshit|crap|ridiculous|stupid|a joke)(?:"
          + " .{0,15})?|isn't (?:that|this|it) enough|i (?:already )?(?:told|said) (?:you"
          + " )?(?:that|this)(?: already)?|i(?:'m| am) (?:sick|tired) of"
          + " (?:this|it|you)|(?:this|it) (?:isn't|is not|doesn't|does not)"
          + " (?:help|helping|work|working)(?: .{0,12})?",
      "que (?:perdida de tiempo|tonteria|estupidez|pesad[oa])(?: .{0,10})?|esto no (?:me"
          + " )?(?:ayuda|sirve|vale)(?: .{0,12})?|(?:y )?a ti que te importa|dejame en paz|ya (?:te"
          + " )?lo (?:dije|he dicho)|eres (?:solo |nada mas )?(?:una |un"
          + " )?(?:maquina|robot|programa)(?: .{0,20})?|estoy (?:hart[oa]|cansad[oa]) de esto"),
  ADVICE(
      "(?:could|can|will) you (?:just )?tell me (?:if|whether|what)(?: .*)?|(?:do|would|will) you (?:judge|think|mind)(?: .*)?|does it (?:need|have) to be .*",
      "what (?:should|do|can|would|could) (?:i|you) (?:do|think|say|suggest|recommend)(?: .*)?",
      "(?:what )?do you (?:think|agree|believe)(?: .*)?|is (?:that|this|it)"
          + " (?:normal|bad|ok|okay|my fault|crazy|wrong|true)(?: .*)?",
      "should i .*|tell me what to do",
      "que (?:debo|deberia|tengo que|puedo|harias) hacer(?: .*)?|que"
          + " (?:opinas|piensas|crees|harias|me recomiendas)(?: .*)?",
      "(?:es|eso es|esto es) (?:eso |esto )?normal(?: .*)?|deberia .*|dime que (?:hago|hacer)"),
  GREETED(
      "good (?:morning|evening|afternoon)(?: to you| there)?|(?:hey|hi|hello)(?: \\w+)?|buen(?:os|as) (?:dias|tardes|noches)(?: .{0,12})?",
      "(?:ha|he|hi|ja|je){2,}|lol|lmao|rofl",
      "(?:hi|hello|hey|hiya|yo)(?: there| again)?|good (?:morning|evening|afternoon|night)|how are"
          + " you",
      "(?:ok(?:ay)? )?(?:thanks|thank you|thx|cheers)(?: so much| a"
          + " lot)?|ok(?:ay)?|k|yes|yeah|yep|yup|sure|fine|cool|right|h+m+|lol|haha|alright|all"
          + " right|got it",
      "(?:i'm )?ready|go|start|begin|go on|continue|keep going|let's (?:go|start|do it|begin)|test",
      "hola(?: .{0,12})?|buenas(?: (?:tardes|noches))?|buenos dias|gracias|muchas"
          + " gracias|vale|si|claro|de"
          + " acuerdo|bien|listo|lista|empezar|empecemos|vamos|sigue|seguir|continuar|adelante|aja");

  @SuppressWarnings("ImmutableEnumChecker") // Made by toList(), so it is.
  private final List<Pattern> patterns;

  Intent(String... patterns) {
    this.patterns = Arrays.stream(patterns).map(Pattern::compile).toList();
  }

  /** The one that the whole of a bare text says. */
  static Optional<Intent> whole(String bare) {
    if (bare.isEmpty() || bare.length() > 120) return Optional.empty();
    return Arrays.stream(values())
        .filter(i -> i.patterns.stream().anyMatch(p -> p.matcher(bare).matches()))
        .findFirst();
  }

  boolean matches(String bare) {
    return patterns.stream().anyMatch(p -> p.matcher(bare).matches())
        || patterns.stream().anyMatch(p -> p.matcher(Said.polite(bare)).matches());
  }
}
