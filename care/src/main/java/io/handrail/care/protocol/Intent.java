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
      "(?:can|could|shall|may) (?:we|i) (?:please )?(?:stop|finish|end|quit|leave|end it)(?: here| now| it| this| there)*(?: for (?:today|now))?",
      "stop(?: it| this| here| now)*(?: for (?:today|now))?",
      "i(?:'d| would)? (?:really )?(?:want|need|like|'d like) to (?:stop|quit|finish|leave|go)(?: here| now| this| it)*(?: for (?:today|now))?",
      "(?:let's|lets) (?:stop|finish|end)(?: here| now| it| this)*(?: for (?:today|now))?",
      "(?:that's |that is |i've had )?enough (?:for (?:today|now)|of this)",
      "quit|exit|cancel|bye|bye bye|goodbye",
      "i(?:'ve)? (?:have|need|got|gotta)(?: to)? go(?: now)?",
      "i'm done for (?:today|now)|i can't do this(?: now| today| right now)?",
      "(?:podemos|puedo|quiero|quisiera|me gustaria|necesito|vamos a|prefiero) (?:parar|terminar|dejarlo|acabar|salir|detenerme|detenernos)(?: aqui| ya| ahora| por hoy| por ahora)*",
      "(?:para|parar|paremos|paramos|terminar|terminemos|salir|dejarlo|lo dejo|dejemoslo|basta)(?: aqui| ya| por hoy| por ahora)*",
      "(?:ya )?(?:es )?(?:suficiente|bastante) por hoy|(?:ya )?no puedo (?:mas )?(?:con esto )?(?:hoy|ahora)",
      "(?:me )?tengo que ir(?:me)?(?: ya)?|adios|chao|hasta luego"),
  SKIP(
      "(?:can|could|may) (?:i|we) (?:please )?(?:skip|pass)(?: on)?(?: this| it| that)?(?: one| question| step| part)?",
      "(?:i'd like to |i want to |let's |lets )?skip(?: this| it| that)?(?: one| question| step| part)?",
      "(?:i'll )?pass(?: on (?:this|that)(?: one)?)?|next(?: question| one| step)?(?: then)?",
      "(?:i'd|i would|i) (?:rather|prefer)(?: to)? (?:not|skip)(?: to)?(?: say| answer| talk about (?:it|this|that))?(?: this| that| it)?(?: one)?",
      "i (?:don't|do not|dont) (?:want|wanna|feel like)(?: to)? ?(?:say|answer|answering|talk about (?:it|this|that)|talking about (?:it|this|that)|do this(?: one)?|share)?(?: this| that| it)?(?: one)?",
      "(?:i )?prefer not to(?: say| answer)?|no comment|move on|let's move on",
      "(?:quiero |quisiera |podemos |puedo |me )?(?:la |lo )?(?:saltar|saltarme|saltarmela|saltarla|saltarlo|saltemos|salta|saltala|omitir|omitirla|pasar)(?: esta| esto| esa| eso| la| a la)*(?: pregunta| siguiente| parte)*",
      "paso|siguiente(?: pregunta)?|otra pregunta|la siguiente",
      "prefiero no (?:decir(?:lo)?|contestar|responder|hacerlo|hablar de (?:eso|esto))(?: a)?(?: esto| esta| eso| esa)?(?: pregunta)?",
      "no quiero (?:contestar|responder|decir(?:lo)?|hacerlo|hablar de (?:eso|esto))(?: a)?(?: esto| eso| esta)?(?: pregunta)?"),
  BACK(
      "(?:can (?:we|i) |i want to |let's )?(?:please )?go back(?: one| a step| to the (?:last|previous) (?:one|question|step))?",
      "back|undo|(?:the )?previous(?: question| one| step)?",
      "i(?:'d like| want| need)? to (?:change|fix|edit|correct) (?:my |the |that )?(?:last |previous )?(?:answer|one)",
      "(?:podemos |puedo |quiero )?(?:volver|ir|regresar)(?: hacia)?(?: atras| al anterior| a la anterior)?(?: un paso)?",
      "atras|anterior|deshacer|(?:la )?pregunta anterior|quiero (?:cambiar|corregir) (?:mi |la )?(?:ultima |anterior )?respuesta(?: anterior)?"),
  CORRECTION(
      "(?:no )?that(?:'s| is|s) not (?:what i (?:said|meant|wrote|mean)|it|right|correct)(?: at all)?",
      "(?:no )?(?:you|you've|you have) (?:got|get|misunderstood|misread|misheard|heard)(?: it| that| me)?(?: wrong)?",
      "(?:no )?i (?:didn't|did not|never) (?:say|mean|write) (?:that|it)",
      "that(?:'s| is) wrong|wrong|not what i (?:said|meant)",
      "(?:no )?eso no es (?:lo que (?:dije|queria decir|he dicho|escribi|quise decir)|asi|correcto)",
      "(?:yo )?no (?:dije|he dicho|queria decir|escribi) eso|(?:me )?(?:has )?(?:entendiste|entendido) mal|(?:eso )?esta mal"),
  PERSON(
      "(?:can|could|may) i (?:please )?(?:talk|speak|write|chat)(?: to| with)? (?:a |an |my |some)?(?:real |actual )?(?:person|human|therapist|someone|somebody|one|counsell?or|doctor)(?: real)?(?: please| instead)?",
      "i (?:want|need|would like|'d like) (?:to (?:talk|speak|chat) (?:to|with) )?(?:a |my |some)?(?:real |actual )?(?:person|human|therapist|someone|somebody|one|counsell?or|doctor)(?: instead| now)?",
      "i'd like to (?:talk|speak) (?:to|with) (?:a |my |some)?(?:real )?(?:person|human|therapist|someone|somebody|one)",
      "(?:a )?(?:real )?(?:person|human)",
      "(?:puedo|quiero|quisiera|necesito|me gustaria) hablar con (?:una persona|alguien|mi terapeuta|mi psicolog[oa]|un humano|una persona real|un terapeuta|un medico)(?: de verdad| real)?"),
  HUMAN(
      "are you (?:a |an )?(?:human|real|real person|person|robot|bot|machine|ai|computer|chatbot|chatgpt|therapist)(?: .*)?",
      "am i (?:talking|speaking) to (?:a |an )?(?:real )?(?:human|person|bot|robot|machine|ai)(?: .*)?",
      "(?:who|what) are you",
      "eres (?:un |una )?(?:humano|humana|persona|real|robot|bot|maquina|ia|inteligencia artificial|de verdad|terapeuta)(?: .*)?",
      "(?:con )?quien (?:eres|hablo|estoy hablando)|que eres|hablo con (?:una persona|un robot|una maquina)(?: .*)?"),
  WHO_READS(
      "who (?:reads|sees|can (?:read|see)|will (?:read|see)|gets to (?:read|see)|is going to (?:read|see))(?: .*)?",
      "(?:is|are) (?:this|these|it|that|my answers|what i (?:write|say)) (?:private|confidential|secret|anonymous|safe)(?: .*)?",
      "(?:does|will|can) (?:my |the )?(?:therapist|doctor|clinic|anyone|anybody|someone) (?:read|see)(?: .*)?",
      "quien (?:lee|ve|puede (?:leer|ver)|va a (?:leer|ver)|leera|vera)(?: .*)?",
      "(?:es|son) (?:esto |mis respuestas |lo que escribo )?(?:privad[oa]s?|confidencial(?:es)?|anonim[oa]s?|secret[oa]s?)(?: .*)?",
      "(?:mi )?terapeuta (?:lee|ve|puede ver|puede leer|va a leer|va a ver)(?: .*)?"),
  WHY(
      "(?:but )?why(?: do| does| would| are)?(?: you| it| this| i)?(?: need| have| want)?(?: to)?(?: ask| asking| matter| know| do this| answer)?(?: me)?(?: that| this| it| about (?:that|it|this))?(?: question)?",
      "(?:what's|what is|whats) (?:the point|this for|that for|the reason)(?: of (?:this|that|it)| for (?:this|that))?(?: question)?",
      "(?:how|why) (?:does|will|would|is|can) (?:this|that|it) (?:help|helping|supposed to help|useful)(?: me)?",
      "por ?que(?: (?:me )?(?:lo )?preguntas(?: (?:eso|esto))?)?|por ?que (?:esta pregunta|quieres saber(?:lo)?(?: eso)?|importa(?: eso| esto)?)",
      "(?:y )?(?:para|de) que(?: (?:sirve|es|me preguntas|me sirve|me va a servir)(?: (?:esto|eso|esta pregunta))?)?",
      "(?:en |y )?(?:como|que) me (?:ayuda|va a ayudar|puede ayudar)(?: (?:esto|eso))?"),
  EXAMPLE(
      "(?:can (?:you|i) |could (?:you|i) )?(?:please )?(?:give|have|see|get|show)?(?: me)? ?(?:an |another |one )?examples?",
      "(?:like|such as) what|for (?:example|instance)|eg|e g",
      "(?:me )?(?:puedes |podrias )?(?:dar|darme|dame|das|pon|ponme|poner|ponerme|mostrar|muestrame)?(?: me)? ?(?:un |otro |algun )?ejemplo",
      "por ejemplo|como que|como por ejemplo|(?:puedo|quiero) ver un ejemplo"),
  HINT(
      "(?:can|could|would) you (?:please )?(?:help(?: me)?|give me (?:a |another |some )?(?:hint|clue|idea|help))(?: out| here| with (?:this|that))?",
      "(?:give me )?(?:a |another )?(?:hint|clue)|help(?: me)?(?: here| out| with this)?|i need (?:some )?help(?: with this)?",
      "(?:me )?(?:puedes |podrias )?(?:dar(?:me)?|dame|das) (?:una |otra )?(?:pista|ayuda|idea)|(?:una |otra )?pista",
      "ayuda(?:me)?|(?:me )?(?:puedes|podrias) ayudar(?:me)?(?: con (?:esto|eso))?|necesito ayuda(?: con (?:esto|eso))?"),
  UNCLEAR(
      "what do you mean(?: by .*| with .*)?|what does (?:that|this|it|\\w+) mean",
      "(?:i )?(?:don't|do not|dont|didn't) (?:really )?(?:understand|get it|get this|get that|follow)(?: the question| this| that| it| you| what you mean)*",
      "(?:can|could) you (?:please )?(?:explain|rephrase|clarify|repeat|say)(?: that| it| this| the question)?(?: again| differently| another way| more| better)?",
      "what|huh|sorry|eh|pardon",
      "i'm (?:confused|lost)|(?:i'm )?not sure what (?:you mean|to (?:do|write|say|put)|this means)(?: here)?",
      "what (?:should|do|am) i (?:write|say|put|supposed to (?:write|say|put|do))(?: here)?|how do i (?:answer|do|fill)(?: in)? (?:this|that)",
      "(?:a )?que (?:quieres decir|te refieres|significa)(?: con)?(?: .*)?",
      "no (?:lo |la |te )?(?:entiendo|comprendo|entendi)(?: la pregunta| esto| eso| nada| bien)?",
      "(?:me )?(?:lo )?(?:puedes|podrias) (?:explicar|repetir|aclarar)(?:me)?(?:lo)?(?: mejor| eso| esto| otra vez| la pregunta)*",
      "como|que|perdon|que (?:tengo que|debo|hay que) (?:(?:escribir|decir|poner)(?: aqui)?|hacer aqui)|como (?:se )?(?:hago|hace|contesto|respondo)(?: esto)?"),
  DONT_KNOW(
      "(?:i )?(?:really |just |honestly )?(?:don't|do not|dont|dunno|didn't) ?(?:really )?(?:know)?(?: what (?:to (?:say|write|put|answer)|it was)| how| yet| really| that)?(?: at all)?",
      "(?:i )?dunno|idk|i've? (?:got |have )?no (?:idea|clue)|no (?:idea|clue)|who knows|hard to say|it's hard(?: to say)?",
      "(?:i'm |im )?not (?:really |so |too )?sure(?: yet| really)?",
      "(?:i )?(?:can't|cannot|cant|couldn't) (?:really )?(?:think|remember|say|recall)(?: of)?(?: anything| any| one| it)?",
      "nothing (?:comes|came) to mind|(?:my mind is |i'm |im )?blank",
      "(?:pues )?no (?:lo )?se(?: que (?:decir|poner|escribir|contestar))?(?: bien| muy bien| la verdad| todavia)*",
      "(?:no tengo )?(?:ni )?(?:la menor )?idea|no estoy segur[oa]|no se me ocurre nada|no (?:me acuerdo|recuerdo)(?: nada)?|quien sabe|es dificil(?: de decir)?"),
  FRUSTRATED(
      "(?:this|that|it)(?:'s| is|s) (?:so |really |just |too |completely )?(?:stupid|pointless|useless|dumb|rubbish|a waste of time|not (?:helping|working)|silly|too hard|hard|boring|annoying)(?: for me)?",
      "(?:this|it) (?:isn't|doesn't|does not|is not|won't) (?:help|helping|work|working)(?: me)?(?: at all)?",
      "you(?:'re| are) (?:not (?:listening|helping|getting it)|useless|stupid|annoying)|you (?:don't|do not) (?:understand|get it|listen)(?: me)?",
      "i hate (?:this|you)|fuck (?:this|you|off)|whatever|this sucks|shut up",
      "esto (?:es (?:una |un )?(?:tonteria|estupid[oa]|inutil|estupidez|perdida de tiempo|muy dificil|dificil|aburrido)|no (?:sirve|funciona|ayuda|me ayuda|me sirve))(?: de nada| para nada)?",
      "no me (?:entiendes|escuchas|ayudas)|odio esto|(?:me )?da igual|que tonteria"),
  ADVICE(
      "what (?:should|do|can|would|could) (?:i|you) (?:do|think|say|suggest|recommend)(?: .*)?",
      "(?:what )?do you (?:think|agree|believe)(?: .*)?|is (?:that|this|it) (?:normal|bad|ok|okay|my fault|crazy|wrong|true)(?: .*)?",
      "should i .*|tell me what to do",
      "que (?:debo|deberia|tengo que|puedo|harias) hacer(?: .*)?|que (?:opinas|piensas|crees|harias|me recomiendas)(?: .*)?",
      "(?:es|eso es|esto es) (?:eso |esto )?normal(?: .*)?|deberia .*|dime que (?:hago|hacer)"),
  GREETED(
      "(?:hi|hello|hey|hiya|yo)(?: there| again)?|good (?:morning|evening|afternoon|night)|how are you",
      "(?:ok(?:ay)? )?(?:thanks|thank you|thx|cheers)(?: so much| a lot)?|ok(?:ay)?|k|yes|yeah|yep|yup|sure|fine|cool|right|h+m+|lol|haha|alright|all right|got it",
      "(?:i'm )?ready|go|start|begin|go on|continue|keep going|let's (?:go|start|do it|begin)|test",
      "hola(?: .{0,12})?|buenas(?: (?:tardes|noches))?|buenos dias|gracias|muchas gracias|vale|si|claro|de acuerdo|bien|listo|lista|empezar|empecemos|vamos|sigue|seguir|continuar|adelante|aja");

  /** "No", "none", "nothing": an answer to some steps and none to others. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "no|nope|nah|none|nothing|nothing really|not really|no not really|there (?:is|are|isn't|aren't|is no|are no) (?:none|any|nothing)|nada|ninguno|ninguna|la verdad no|no hay(?: nada| ninguna)?|para nada");

  private static final Pattern ENOUGH =
      Pattern.compile(
          "(?:no |nope |nah )?(?:that's|thats|that is|that was) (?:all|it|everything|enough)(?: for now| really| i think)?|nothing (?:else|more)|no more|(?:i'm |im |all )?(?:done|finished)|none (?:else|more)"
              + "|(?:no )?(?:let's )?(?:go|move) on|next|continue|enough|no thanks|no thank you|i think that's (?:all|it)|only (?:that|those|this)|just (?:that|those|this)"
              + "|(?:no )?(?:eso es todo|nada mas|solo eso|ya esta|es todo|ya|no mas|suficiente|sigamos|seguir|siguiente|continuar|adelante|ninguno mas|ninguna mas|listo|lista)");
  private static final Pattern KEEP =
      Pattern.compile(
          "(?:yes |no )?(?:keep|leave)(?: it| that| them)?(?: as (?:it is|is|it was|they are))?|(?:it's |that's |is )?(?:fine|ok|okay|good|right|correct)(?: as it is)?|(?:the )?same|no change|don't change (?:it|that)|no|yes"
              + "|(?:si |no )?(?:dejalo|dejarlo|dejala|mantener|mantenlo|asi esta bien|esta bien|igual|lo mismo|sin cambios|como esta)(?: asi| como esta| igual)?|si");
  private static final Pattern OPENS_QUESTION =
      Pattern.compile(
          "^(?:and |but |so |y |pero )?(?:what|why|how|who|when|where|which|is|are|am|do|does|did|can|could|should|would|will|que|por que|como|quien|cuando|donde|cual|puedo|puedes|es|eres|debo|tengo|hay)\\b.*");
  private static final Pattern AHEAD =
      Pattern.compile(
          "^(?:(?:um+|uh+|erm?|well|so|please|sorry|ok|okay|oh|hmm+|honestly|actually|no|pues|bueno|perdon|disculpa|por favor|eh|mmm*|oye)(?: |$))+");
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?: (?:please|thanks|thank you|sorry|then|por favor|gracias|porfa|perdon))+$");

  /** Who writes more than this answers the step; it also keeps the patterns' work small. */
  private static final int CHARS = 200;

  @SuppressWarnings("ImmutableEnumChecker") // Made by toList(), so it is.
  private final List<Pattern> patterns;

  Intent(String... patterns) {
    this.patterns = Arrays.stream(patterns).map(Pattern::compile).toList();
  }

  /**
   * What the message asks of the program, if that is all it does.
   *
   * @param questions true where an answer may itself be a question
   */
  static Optional<Intent> of(String text, boolean questions) {
    if (text.length() > CHARS) return Optional.empty();
    String whole = Texts.bare(text);
    Optional<Intent> found = whole(whole);
    if (found.isEmpty()) found = whole(polite(whole));
    if (found.isEmpty()) found = last(text);
    // "Should I have said no?" may be the very thought that a step asks for.
    if (found
        .filter(i -> questions && (i == ADVICE || (i == GREETED && text.contains("?"))))
        .isPresent()) {
      return Optional.empty();
    }
    return found;
  }

  private static Optional<Intent> whole(String bare) {
    if (bare.isEmpty() || bare.length() > 120) return Optional.empty();
    return Arrays.stream(values())
        .filter(i -> i.patterns.stream().anyMatch(p -> p.matcher(bare).matches()))
        .findFirst();
  }

  /** "This is too much. Can we stop?" asks to stop. */
  private static Optional<Intent> last(String text) {
    List<String> parts =
        Arrays.stream(text.split("[.!?;,\\n]+|\\s[-–—]\\s")).filter(p -> !p.isBlank()).toList();
    if (parts.size() < 2 || Texts.tokens(text).size() > 25) return Optional.empty();
    return whole(polite(Texts.bare(parts.getLast())))
        .filter(i -> i == STOP || i == SKIP || i == BACK || i == PERSON);
  }

  private static String polite(String bare) {
    String ahead = AHEAD.matcher(bare).replaceFirst("");
    String both = BEHIND.matcher(ahead.isEmpty() ? bare : ahead).replaceFirst("");
    return both.isEmpty() ? bare : both;
  }

  static boolean nothing(String text) {
    return text.length() <= CHARS && NOTHING.matcher(Texts.bare(text)).matches();
  }

  static boolean enough(String text) {
    if (text.length() > CHARS) return false;
    String bare = Texts.bare(text);
    return nothing(text)
        || ENOUGH.matcher(bare).matches()
        || ENOUGH.matcher(polite(bare)).matches();
  }

  static boolean keeps(String text) {
    if (text.length() > CHARS) return false;
    String bare = Texts.bare(text);
    return KEEP.matcher(bare).matches() || KEEP.matcher(polite(bare)).matches();
  }

  /** A message that is one question and nothing else. */
  static boolean bareQuestion(String text) {
    if (text.length() > CHARS) return false;
    String folded = Texts.folded(text);
    boolean one = Texts.sentences(text).size() == 1;
    return one
        && (folded.startsWith("¿")
            || (folded.endsWith("?") && OPENS_QUESTION.matcher(folded).matches()));
  }

  /** What follows a correction: "That's not what I said. I was late." gives "I was late". */
  static Optional<String> corrected(String text) {
    String[] parts = text.strip().split("(?<=[.!?;,:–—])\\s+|\\n+", 2);
    boolean leads =
        parts.length == 2 && parts[0].length() <= CHARS && CORRECTION.matches(Texts.bare(parts[0]));
    String rest = leads ? parts[1] : text;
    String meant =
        rest.replaceFirst(
            "(?i)^(?:no[,.]? )?(?:what )?i (?:meant|said|mean)(?: was| is| that)?[:,]? +|^(?:no[,.]? )?(?:quise|quería|queria|quiero) decir(?: que)?[:,]? +|^me refer[ií]a? a(?: que)?[:,]? +|^dije(?: que)?[:,]? +",
            "");
    boolean said =
        leads
            || (!meant.equals(rest)
                && text.toLowerCase(java.util.Locale.ROOT)
                    .matches(
                        "(?s)^(?:no\\b|i meant|what i meant|quise|quería decir|queria decir).*"));
    return said && !Texts.wordless(meant) ? Optional.of(meant.strip()) : Optional.empty();
  }

  private boolean matches(String bare) {
    return patterns.stream().anyMatch(p -> p.matcher(bare).matches())
        || patterns.stream().anyMatch(p -> p.matcher(polite(bare)).matches());
  }
}
