package io.handrail.care.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a short message asks of the program, by how it is built rather than by its words: a question
 * to the program, a hand on the door, a wish to mend what was written. Whole sentences that are
 * common stand in {@link Intent}; this is for the rest. English and Spanish.
 */
final class Wish {
  private static final int TOKENS = 18;

  /** What may stand ahead of the wish in one clause. */
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:um+|uh+|well|so|and|but|ok|okay|hey|please|sorry|no|wait|hang on|hold"
              + " on|honestly|actually|look|omg|ugh|sure|yeah|before (?:i|we) \\w+(?:"
              + " (?:this|that|it))?|quick question|one thing|tbh|pues|bueno|oye|perdona?|es"
              + " que|pero|y|a ver|mira|vale|espera|antes de \\w+|(?:eso|esto)(?= (?:que|para"
              + " que|por que)))(?: |$))+");

  /** Turned around, as only questions are: "do you", "what good does". Unmarked ones count too. */
  private static final Pattern TURNED =
      Pattern.compile(
          "^(?:(?:what|how|why|where)(?:'s|"
              + " (?:good|difference|use|point|kind|sort|long|much|many|detailed|else))?"
              + " (?:is|are|am|do|does|did|can|could|will|would|should)\\b.*|(?:what|how)"
              + " (?:for|to|if)\\b.*|what's"
              + " .*|(?:is|are|am|do|does|did|can|could|will|would|should|may)"
              + " (?:i|you|we|it|this|that|these|those|the|my|your|anyone|anybody|someone|somebody|there)\\b.*)");

  /** Spanish does not turn around; these are questions without their marks, too. */
  private static final Pattern PREGUNTA =
      Pattern.compile(
          "^(?:a que te refieres\\b.*|(?:para|de) que (?:sirve|es|quieres|me)\\b.*|que"
              + " (?:pongo|escribo|tengo que|hay que|mas da|significa|quieres)\\b.*|como"
              + " (?:se|lo|le)"
              + " (?:pone|hace|escribe|rellena|contesta|pongo|hago)\\b.*|(?:me|te|se|lo)"
              + " (?:puedes?|podrias|ayudas|explicas|das|repites|echas)\\b.*|puedes"
              + " (?:ayudar|explicar|dar|repetir)\\w*\\b.*)");

  private static final Pattern WHY =
      Pattern.compile(
          "^(?:why|what for)\\b.*|.*\\b(?:the (?:point|use|purpose|idea) of|any (?:point|use)|good"
              + " (?:does|is|will|would)|gonna help|going to help|supposed to"
              + " help)\\b.*|^(?:what|who)(?:'s| is| are| was)? .*\\b(?:for|matter)$|^how"
              + " (?:is|does|do|will|would|can|should)"
              + " (?:knowing|writing|doing|saying|telling|this|that|it|these|putting|naming|rating)\\b.*\\b(?:help|change|do|make)\\b.*|.*\\bwhat"
              + " (?:difference|good|use)\\b.*|^(?:para|de) que\\b.*|.*\\bque (?:mas"
              + " da|gano|saco|importa|sentido tiene)\\b.*|^por que (?:me |lo"
              + " |hay|tengo|quieres|necesitas|pides|preguntas)\\b.*");

  private static final Pattern HINT =
      Pattern.compile(
          "^(?:can|could|would|will) (?:you|i|we) (?:please )?(?:maybe"
              + " )?(?:help|give|get|have|suggest|show|offer)\\b.*\\b(?:help|hints?|tips?|pointers?|clues?|ideas?|start|starters?|suggestions?|figure|find|think"
              + " of|come up|get started|this|it|me)\\b.*|^(?:i )?(?:need|want|could use) (?:some"
              + " |a little |a bit of |a"
              + " )?(?:help|hint|push|clue|pointers?|nudge)\\b.*|^(?:any|some)"
              + " (?:ideas?|hints?|help|pointers?|suggestions?)\\b.*|^(?:me )?(?:puedes |podrias"
              + " )?(?:ayudas|ayudar|ayudarme|ayudame|echas|echame|das|dar|darme|dame)\\b.*\\b(?:pistas?|ideas?|ayuda|mano|encontrar\\w*|buscar\\w*|pensar\\w*|esto|sacar\\w*|a)\\b.*");

  private static final Pattern EXPLAIN =
      Pattern.compile(
          ".*\\b(?:you mean|do you want (?:me|from)|meant by|mean by|supposed to|like what|like"
              + " how|count as|counts as|such as what|in what sense)\\b.*|^how"
              + " (?:am|do|should|would|can|could|does) (?:i|one|we|you)\\b.*|^what"
              + " (?:do|should|am|can|would) i\\b.*|^where (?:do|should|am|would)"
              + " i\\b.*|^(?:do|does|should|must|can|is|are)"
              + " (?:i|the|it|they|this|that|these|those|we|there) .*\\b(?:have to|need to|has"
              + " to|should|must|count|be|put|write|say|use|only|every|all|right|enough|ok|okay|from|more|one|two)\\b.*|.*\\bte"
              + " refieres\\b.*|^como"
              + " (?:se|lo|le|puedo|pongo|hago|escribo)\\b.*|^(?:que|donde|cual)"
              + " (?:pongo|escribo|tengo|debo|hay|significa|quieres|es|tipo|se"
              + " (?:pone|escribe))\\b.*|^(?:tengo que|hay que|debo|vale|sirve|cuenta)\\b.*");

  private static final Pattern READS =
      Pattern.compile(
          ".*\\b(?:keep|store|save|record|see|read|share|send|look at|get to see)"
              + " (?:these|this|that|it|them|what i|my|all|any"
              + " of)\\b.*|.*\\b(?:private|confidential|anonymous)\\b.*|.*\\b(?:lee|leen|ve|ven|guarda|guardas|guardan|comparte|llega|leera)"
              + " (?:\\w+ ){0,3}(?:esto|lo que|mis|alguien|todo|terapeuta)\\b.*");

  private static final Pattern ADVICE =
      Pattern.compile(
          "^(?:is|was) (?:it|this|that) (?:normal|ok|okay|bad|wrong|crazy|weird|strange|common|my"
              + " fault)\\b.*|^(?:am i|is something)"
              + " (?:normal|ok|crazy|wrong|weird)\\b.*|^(?:es|sera) (?:normal|malo|raro|grave|culpa"
              + " mia)\\b.*");

  private static final Pattern STOP =
      Pattern.compile(
          "^(?:i )?(?:really )?(?:have to|need to|got to|must|should|better|'ve got to|have got to)"
              + " (?:go|run|leave|stop|head out|get going|be off)(?: now| soon| already|"
              + " here)*$|^(?:that's|that is|this is|it's)? ?(?:more than )?enough (?:for|of this"
              + " for) (?:me )?(?:today|now|tonight|one day|me)(?: today| now)?$|^(?:(?:let's|can"
              + " we|could we|we can|i'd like to|i want to|i'll|i'd rather|maybe|we should)"
              + " )+(?:please )?(?:do|finish|continue|leave|stop|pause|end|go on|carry on|pick"
              + " (?:this|it) up|come back|try|take)\\b.{0,25}\\b(?:another"
              + " (?:day|time)|tomorrow|later|next time|for (?:today|now|tonight)|some other"
              + " time|here)$|^(?:me )?(?:tengo que|debo|toca)"
              + " (?:ir\\w*|salir|dejar\\w*|parar|colgar|marchar\\w*)(?: ya| ahora| aqui)*$|^(?:ya"
              + " )?(?:es |esta bien |vale |basta |suficiente |bastante )+(?:por hoy|por"
              + " ahora)$|^(?:mejor |prefiero |podemos |quiero )?(?:lo"
              + " )?(?:dejamos|dejarlo|seguimos|seguir|sigo|paramos|parar|continuamos|terminamos|terminar)\\b.{0,15}\\b(?:otro"
              + " dia|manana|luego|mas tarde|en otro momento|por hoy|por ahora|aqui)$");

  private static final Pattern SKIP =
      Pattern.compile(
          "^(?:i(?:'d| would| do|'m| am|'ll| will)? )?(?:really |just )?(?:rather not|prefer not(?:"
              + " to)?|don't (?:really )?(?:want|wish|care|feel like)(?: to)?|won't|not going to|am"
              + " not going to|not ready to|can't bear to)"
              + " ?(?:say|saying|go|going|talk|talking|tell|share|sharing|write|writing|answer|answering|open|discuss|get|put|think|do)?(?:"
              + " (?:it|that|this|about|into|there|one|here|now|today|up|down|right|on|the|part|yet|to|you|with)){0,6}$|^(?:can"
              + " (?:we|i) |let's |i'll |please |i'd like to )*skip"
              + " (?:this|that|it|the)\\b.{0,20}$|^(?:let's |can we )?(?:leave|move past|move on"
              + " from) (?:this|that|it)(?: one| part| out|"
              + " blank)*$|^(?:prefiero|quiero|puedo|podemos|mejor|me gustaria|quisiera)"
              + " (?:saltar|omitir|pasar|dejar)(?:la|lo|me|mela|melo|nos)?(?:"
              + " (?:esta|esto|esa|eso|pregunta|parte|de|a|la|siguiente|en|blanco)){0,4}$|^(?:prefiero"
              + " no|mejor no|no quiero|no me apetece|no voy a|paso de|preferiria no|no tengo ganas"
              + " de) ?(?:decir\\w*|contar\\w*|hablar\\w*|escribir\\w*|responder\\w*|contestar\\w*|entrar\\w*|pensar\\w*)?(?:"
              + " (?:eso|esto|de|en|ahi|ahora|hoy|a|ello|este|esta|tema|pregunta|lo|la))*$");

  private static final Pattern BACK =
      Pattern.compile(
          "^(?!(?:i|we) (?:go|fix|change|correct|edit|redo|undo)"
              + " )(?:(?:i|we|can|could|may|let|me|to|want|need|have|like|i'd|would|please|quiero|necesito|puedo|podemos|dejame|quisiera|tengo"
              + " que|me gustaria) )+(?:go"
              + " back|fix|change|correct|edit|redo|undo|rewrite|volver|corregir|cambiar|arreglar|rehacer|editar)\\b.{0,60}");

  private static final Pattern MENDS =
      Pattern.compile(
          ".*\\bgo back(?: (?:please|now|there|again|to|a|one|bit|step|it|that|this))*$|.*\\b(?:volver"
              + " atras|said|wrote|written|put|answer|answers|number|numbers|thought|mood|moods|word|words|step|one|question|before|earlier|previous|dije|puse|escribi|respuesta|numero|antes|anterior|paso|pregunta|emocion|pensamiento)\\b.*");

  private static final Pattern FRUSTRATED =
      Pattern.compile(
          "^(?:i|i've|i have)? ?(?:just |already |literally )*(?:already|just)"
              + " (?:told|wrote|said|written|answered|typed|put|explained|did|gave)\\b.*\\b(?:you|it|that|this|above|before|so|them)\\b.*|^(?:i|i've)"
              + " (?:\\w+ )?(?:told you|said (?:it|that|so)) (?:already|before|twice|\\w+"
              + " times)\\b.*|^(?:this|it|that)(?:'s| is| feels?| seems?)? (?:is |so |really |just"
              + " |all |completely |totally |such |a |bit |getting |kind of"
              + " )*(?:dumb|stupid|pointless|useless|ridiculous|annoying|rubbish|nonsense|bullshit|crap|silly|a"
              + " waste|waste|a joke|joke)\\b.*|.*\\b(?:give it a rest|give me a break|do you"
              + " (?:even|ever|actually) (?:read|listen|hear|understand|think)|are you"
              + " (?:even|deaf)|stop asking|not this again|you(?:'re| are) not"
              + " (?:listening|reading|hearing))\\b.*|^ya (?:te )?(?:lo )?(?:dije|he"
              + " dicho|conte|escribi|puse|conteste|respondi|explique)\\b.*|.*\\b(?:que"
              + " pesad[oa]|pesad[oa]s?$|dejame en paz|otra vez (?:lo mismo|con esto|con"
              + " eso)|siempre (?:lo mismo|preguntas)|(?:ni )?(?:lees|escuchas) lo que)\\b.*|^esto"
              + " (?:es|me parece) (?:una |un |muy |tan"
              + " )*(?:tonteria|estupid\\w+|inutil|ridicul\\w+|absurdo|chorrada|perdida|rollo)\\b.*");

  private static final Pattern PERSON =
      Pattern.compile(
          "^(?:please |can you |could you |just |i want to |i'd like to |i need to |let me |quiero"
              + " |puedo |me gustaria |necesito |podrias )*(?:put me (?:through|on)|connect"
              + " me|transfer me|pass me|hand me|speak|talk|get"
              + " me|hablar|pas[ae]me|pasarme|comunic\\w+|pon(?:me|erme)|ponme en"
              + " contacto)\\b.{0,22}\\b(?:staff|person|human|therapist|someone|somebody|counsellor|counselor|operator|agent|team|people|terapeuta|persona|humano|alguien|psicolog[oa]|equipo|profesional)(?:"
              + " real| instead| please| de verdad| now| here)*$");

  private static final Pattern DONT_KNOW =
      Pattern.compile(
          ".*\\b(?:(?:mind|head)(?:'s| is| was| went| goes| has gone)? (?:completely |totally |just"
              + " )?blank|drawing a blank|mente (?:se me )?(?:quedo |esta |estaba |queda )?(?:en"
              + " blanco|vacia)|(?:en|quedo) blanco)\\b.*|^(?:i )?(?:really |just |honestly"
              + " )?(?:can't|cannot|couldn't|don't know how to|not sure how to|no idea how to)"
              + " (?:really |even"
              + " )?(?:put|find|say|describe|name|pick|choose|pin|explain|tell)\\b.{0,12}\\b(?:words?|names?|labels?|it|one|which|that|apart)\\b.*|^(?:no"
              + " (?:puedo|se|sabria)(?: como)?|me cuesta)"
              + " (?:poner|encontrar|decir|describir|nombrar|elegir|explicar)\\w*\\b.{0,25}$|^.{0,40}\\bwhere"
              + " do i (?:even )?(?:start|begin)$|^.{0,30}\\bpor donde (?:empiezo|empezar)$");

  /** Somebody else's words or deeds: then it is a story. */
  private static final Pattern TELLS_MORE =
      Pattern.compile(".*\\b(?:said|told|asked|he|she|they|dijo|pregunto|ella|ellos)\\b.*|.*\\d.*");

  /** More than this beside it is an answer, in which a wish may occur by chance. */
  private static final int BESIDE = 8;

  private Wish() {}

  /**
   * @param questions true where an answer may itself be a question
   */
  static Optional<Intent> of(String text, boolean questions) {
    if (text.length() > Said.CHARS || Texts.tokens(text).size() > TOKENS) return Optional.empty();
    List<Clause> clauses =
        Arrays.stream(Texts.folded(text).split(BETWEEN))
            .map(Clause::of)
            .filter(clause -> !clause.words().isBlank())
            .toList();
    if (clauses.isEmpty() || clauses.size() > 4) return Optional.empty();
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      Optional<Intent> found = one(clause.words(), clause.asks(), questions);
      if (found.isEmpty()) continue;
      List<Clause> beside = clauses.stream().filter(c -> c != clause).toList();
      int words = beside.stream().mapToInt(c -> Texts.tokens(c.words()).size()).sum();
      boolean story = beside.stream().anyMatch(c -> TELLS_MORE.matcher(c.words()).matches());
      return words > BESIDE || story ? Optional.empty() : found;
    }
    return Optional.empty();
  }

  private static final String BETWEEN =
      "(?<=[.!?;,\\n])\\s*|\\s[-–—]+\\s|\\b(?:but|pero)\\b|(?<=\\w) (?=let'?s |can we |could we )";

  /**
   * @param asks whether its own end or beginning marks it as a question
   */
  private record Clause(String words, boolean asks) {
    static Clause of(String folded) {
      String spelled = Shorthand.spelled(Texts.bare(folded));
      String words = Said.polite(LEAD.matcher(spelled).replaceFirst(""));
      return new Clause(words, folded.contains("?") || folded.contains("¿"));
    }
  }

  private static Optional<Intent> one(String clause, boolean asked, boolean questions) {
    Optional<Intent> whole =
        Intent.whole(clause).filter(i -> i != Intent.GREETED && i != Intent.EXAMPLE);
    if (whole.isPresent() && Texts.tokens(clause).size() > 1) {
      return whole.filter(i -> !questions || i != Intent.ADVICE);
    }
    if (STOP.matcher(clause).matches()) return Optional.of(Intent.STOP);
    if (SKIP.matcher(clause).matches()) return Optional.of(Intent.SKIP);
    if (BACK.matcher(clause).matches() && MENDS.matcher(clause).matches()) {
      return Optional.of(Intent.BACK);
    }
    if (PERSON.matcher(clause).matches()) return Optional.of(Intent.PERSON);
    if (FRUSTRATED.matcher(clause).matches()) return Optional.of(Intent.FRUSTRATED);
    if (DONT_KNOW.matcher(clause).matches()) return Optional.of(Intent.DONT_KNOW);
    return question(clause, asked, questions);
  }

  private static Optional<Intent> question(String clause, boolean asked, boolean questions) {
    boolean turned =
        TURNED.matcher(clause).matches() || PREGUNTA.matcher(clause).matches() || asked;
    // "Do it from bed" is a plan.
    boolean bids = !asked && clause.matches("(?:do|does) (?:it|this|that|my|some)\\b.*");
    if (!turned || bids) return Optional.empty();
    if (HINT.matcher(clause).matches()) return Optional.of(Intent.HINT);
    // A step that takes questions as answers hears as its own only what is about the step itself.
    if (questions) {
      if (ADVICE.matcher(clause).matches() && clause.contains("think")) {
        return Optional.of(Intent.ADVICE);
      }
      return WHY.matcher(clause).matches() && clause.contains("help")
          ? Optional.of(Intent.WHY)
          : Optional.of(Intent.UNCLEAR)
              .filter(
                  i -> clause.matches(".*\\b(?:you mean|mean by|supposed to|te refieres)\\b.*"));
    }
    if (READS.matcher(clause).matches()) return Optional.of(Intent.WHO_READS);
    if (WHY.matcher(clause).matches()) return Optional.of(Intent.WHY);
    if (ADVICE.matcher(clause).matches()) return Optional.of(Intent.ADVICE);
    return EXPLAIN.matcher(clause).matches() ? Optional.of(Intent.UNCLEAR) : Optional.empty();
  }
}
