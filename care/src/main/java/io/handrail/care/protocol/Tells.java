package io.handrail.care.protocol;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text tells of itself, by its form alone; for the conditions of protocol files. English and
 * Spanish.
 */
public final class Tells {
  private static final String THEY =
      "(?:(?:s?he|they|everyone|everybody|people|nobody|no one|all of them|we all"
          + "|my (?:\\w+ )?\\w+|the (?:\\w+ )?\\w+|\\w+)(?:'s|'re| is| are| was| were)?)";
  private static final List<Pattern> MIND_READING =
      compiled(
          THEY
              + " (?:just |really |obviously |clearly |must |probably |always |all"
              + " )*(?:hates?|hated|despises?|can't stand|cannot stand|dislikes?|resents?|doesn't"
              + " (?:like|love|care|want|respect)|don't (?:like|love|care|want|respect)|didn't"
              + " (?:like|care|want)|does not (?:like|care|want)|never"
              + " (?:liked|cared)|thinks?|thought|believes?|wants? me|wanted me|looks? down"
              + " on|looked down on|judges?|judged|judging|ignoring|mad at|angry"
              + " (?:at|with)|disappointed (?:in|with)|disgusted|fed up with|sick of)(?: .*)?",
          "(?:el |ella |ellos |ellas |todos |todo el mundo |la gente |nadie |mi \\w+ |\\w+"
              + " )?(?:seguro que |obviamente |claramente )?(?:me |no me"
              + " )(?:odia|odian|desprecia|desprecian|detesta|detestan|quiere|quieren|soporta|soportan|juzga|juzgan|respeta|respetan|ve"
              + " como|ven como|considera|consideran)(?: .*)?",
          "(?:el |ella |ellos |ellas |todos |todo el mundo |la gente |nadie |mi \\w+ |\\w+"
              + " )?(?:seguro que |obviamente"
              + " )?(?:piensa|piensan|penso|cree|creen|creyo|opina|opinan) que (?: ?.*)",
          "(?:s?he|they)(?:'s| has| have|'ve) had enough",
          "(?:s?he|they|everyone|everybody|my (?:\\w+ )?\\w+)(?:'s|s| has| have|'ve)? (?:had enough"
              + " of|given up on|turned against|lost (?:respect|interest)|got it in for)"
              + " (?:me|us|in me|for me)(?: .*)?",
          "(?:s?he|they|everyone|everybody|people|my (?:\\w+ )?\\w+)(?: is| are|'s|'re)? (?:just"
              + " |really |obviously |clearly |must |probably |always |all"
              + " )*(?:regrets?|regretting|wants? to (?:get rid of|fire|leave|hurt|replace)|trying"
              + " to (?:get rid of|hurt)|out to get|couldn't care less|could care less|ashamed"
              + " of|bored of|tired of|laughing at|against|talking about) (?:\\w+"
              + " ){0,2}(?:me|us|hiring|having|my|myself)(?: .*)?",
          "(?:ya )?no (?:le|les) importo(?: .*)?|(?:le|les) caigo (?:mal|fatal)(?: .*)?|me"
              + " tiene[n]? (?:mania|rabia|lastima)(?: .*)?|(?:quiere|quieren) (?:deshacerse"
              + " de|librarse de|echar)(?:me| mi)?(?: .*)?|se avergüenza[n]? de mi(?: .*)?|se"
              + " averguenza[n]? de mi(?: .*)?",
          "(?:s?he|they|everyone|everybody|people|my (?:\\w+ )?\\w+)(?: is| are| was| were|'s|'re)?"
              + " (?:all )?(?:trying to (?:make|hurt|embarrass|humiliate|annoy|get)|wanted to"
              + " (?:make me|hurt|embarrass|humiliate|annoy|upset|punish)|sees? me as|thinks? i"
              + "|thought i|can't stand me|hates? me|did (?:it|that) on purpose)(?: .*)?",
          "(?:me )?(?:tiene|tienen) mania(?: .*)?|(?:mi \\w+ |el |ella )?me (?:odia|odian|tiene"
              + " mania|desprecia)(?: .*)?|(?:todos|todo el mundo|la gente)"
              + " (?:piensan?|creen?) que (?: ?.*)",
          "(?:nobody|no one) (?:really |even |ever"
              + " )?(?:cares|likes|loves|wants|respects|listens|understands|needs|misses)(?: .*)?",
          "a nadie le (?:importo|gusto|caigo bien)(?: .*)?",
          "no le (?:importo|gusto|caigo bien)(?: .*)?",
          "no les (?:importo|gusto|caigo bien)(?: .*)?");
  private static final List<Pattern> VERDICT =
      compiled(
          "(?:i'm|i am|i was|i'm just|i am just|i'm such|i am such) (?:a |an |so |just |such a |a"
              + " total |a complete |completely |totally"
              + " )*(?:failure|loser|idiot|useless|worthless|stupid|pathetic|ugly|burden|mess|fraud|bad"
              + " \\w+|terrible \\w+|hopeless|weak|unlovable|not good enough|disaster)(?: .*)?",
          "(?:because |that )?(?:i'm|i am) (?:just |such |so |only )*(?:an? )?(?:\\w+"
              + " )?(?:failure|useless|worthless|terrible \\w+|rubbish \\w+|bad \\w+)(?: .*)?",
          "(?:i|i'll|i will) (?:always|never) (?:\\w+ ){0,4}(?:mess|fail|ruin|screw|get it right|be"
              + " good enough|manage)(?: .*)?",
          "(?:everything|it all|my life|it)(?:'s| is) (?:ruined|hopeless|over|pointless|my fault|a"
              + " disaster)(?: .*)?",
          "soy (?:un |una |tan |muy |un completo |una completa"
              + " )*(?:fracaso|fracasad[oa]|inutil|idiota|estupid[oa]|tont[oa]|patetic[oa]|fe[oa]|carga|desastre|fraude|mal[oa]?"
              + " \\w+|debil|insuficiente)(?: .*)?",
          "(?:siempre|nunca) (?:\\w+ ){0,3}(?:fallo|fracaso|arruino|estropeo|hago bien|logro)(?:"
              + " .*)?",
          "todo (?:esta (?:perdido|arruinado)|es (?:culpa mia|mi culpa|inutil))(?: .*)?");

  /** "I just know", "you can tell": a certainty in the place of a fact. */
  private static final List<Pattern> CERTAINTY =
      compiled(
          "i just (?:know|knew|feel|felt|sense)(?: it| that)?(?: .*)?|(?:it's|it is|that's) (?:just"
              + " )?(?:obvious|clear|how it is|the way it is)",
          "(?:you|i|anyone|everyone|anybody) can (?:just )?(?:tell|see it|see that|feel it)(?:"
              + " .*)?",
          "(?:se (?:le|les) nota|se nota)(?: .*)?|(?:es obvio|esta claro|simplemente lo se|lo se y"
              + " ya)(?: .*)?");

  private static final Pattern WHEN =
      Pattern.compile(
          "\\b(?:today|yesterday|tonight|tomorrow|next (?:week|weekend|month|time)|after"
              + " (?:lunch|dinner|breakfast|school|class)|before"
              + " (?:lunch|dinner|breakfast|school|class)|(?:half past|quarter (?:past|to))"
              + " \\w+|\\d{1,2} o'clock|right now|now|last (?:night|week|weekend|month)|this"
              + " (?:morning|afternoon|evening|week|weekend)|earlier|just now|an? (?:hour|minute)s?"
              + " ago|(?:\\d+|two|three|few|couple of) (?:hours?|minutes?|days?|weeks?) ago|(?:on"
              + " )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|at (?:about |around"
              + " )?(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\\d{1,2}(?::\\d{2})?"
              + " ?(?:am|pm)|in the (?:morning|afternoon|evening|night)|at"
              + " (?:night|lunch|dinner|breakfast|noon|midnight)|after work|before"
              + " work|lunchtime|hoy|manana|ahora(?: mismo)?|despues de"
              + " (?:comer|cenar|desayunar|trabajar|clase)|antes de"
              + " (?:comer|cenar|desayunar|trabajar|clase)|la semana que viene|la proxima"
              + " semana|ayer|anoche|anteayer|esta (?:manana|tarde|noche|semana)|el"
              + " (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|hace"
              + " (?:un|una|dos|tres|unos|unas|\\d+) \\w+|por la (?:manana|tarde|noche)|a (?:la"
              + " una|las"
              + " (?:\\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce))|la"
              + " semana pasada|este fin de semana|al mediodia)\\b");
  private static final List<Pattern> SLOGANS =
      compiled(
          "(?:just |i (?:should|need to|must|have to) |i'll )?(?:think|be|stay) (?:more"
              + " )?positive(?: .*)?",
          "(?:everything|it|it'll|it will|all)(?:'s| is| will be| be|'ll be)? (?:all )?(?:going to"
              + " be |all be )?(?:fine|ok|okay|good|great|alright|all right|perfect)",
          "(?:just )?(?:don't worry|be happy|cheer up|get over it|good vibes|no worries|let it"
              + " go)(?: .*)?",
          "i'm (?:great|amazing|the best|perfect|fine|ok|okay)",
          "(?:hay que |tengo que |debo )?(?:pensar|ser|pensar en) (?:mas )?positivo(?: .*)?",
          "todo (?:va a (?:estar|salir) |estara |saldra |esta |ira )(?:bien|perfecto|genial)",
          "(?:no (?:me preocupo|te preocupes|pasa nada)|estoy bien|animo)");

  private static final List<Pattern> TOO_HARD =
      compiled(
          "(?:no )?(?:i think |i guess |honestly )?(?:that's|that is|thats|it's|it is|its|this"
              + " is|this)? ?(?:all |way |just |still |really |a bit )*too"
              + " (?:hard|much|big|difficult|scary|ambitious)(?: for me| right now| for now| at the"
              + " moment)*",
          "(?:no )?(?:i )?(?:really |just )?(?:can't|cannot|could not|couldn't|can not)"
              + " (?:do|manage|face) (?:it|that|this)(?: right now| now| yet)?",
          "(?:no )?(?:creo que )?(?:(?:eso|esto) )?(?:es|me parece|seria)? ?(?:demasiado|mucho)(?:"
              + " dificil| grande| para mi| por ahora| ahora)*",
          "(?:no )?no (?:puedo|podria|soy capaz)(?: con (?:eso|esto)| hacerlo| ahora)*");

  private Tells() {}

  /** True when every sentence reads a mind or passes a verdict, and none says what happened. */
  public static boolean interprets(String text) {
    List<String> clauses = clauses(text);
    return !clauses.isEmpty() && clauses.stream().allMatch(Tells::guesses);
  }

  private static boolean guesses(String clause) {
    return any(MIND_READING, clause) || any(VERDICT, clause) || any(CERTAINTY, clause);
  }

  /** True when the text says when it was. */
  public static boolean tellsWhen(String text) {
    return WHEN.matcher(Texts.folded(text)).find();
  }

  /** True when the text only tells oneself to cheer up. */
  public static boolean slogan(String text) {
    List<String> clauses = clauses(text);
    return !clauses.isEmpty() && clauses.stream().allMatch(c -> any(SLOGANS, c));
  }

  /** True when both say the same, but for case, accents and punctuation. */
  public static boolean same(String one, String other) {
    return Texts.bare(one).equals(Texts.bare(other));
  }

  /** True when one of these words or phrases stands in the text, whatever the case or accents. */
  public static boolean mentions(String text, List<String> names) {
    String bare = " " + Texts.bare(text) + " ";
    return names.stream().map(Texts::bare).anyMatch(n -> bare.contains(" " + n + " "));
  }

  /** True when the text says no more than that something is too much. */
  public static boolean tooHard(String text) {
    return any(TOO_HARD, Texts.bare(text));
  }

  /** True when the text says that there is nothing. */
  public static boolean nothing(String text) {
    return Enough.nothing(text);
  }

  /** How many words a text has. */
  public static int words(String text) {
    return Texts.tokens(text).size();
  }

  private static List<String> clauses(String text) {
    return Texts.sentences(Texts.clean(text)).stream()
        .flatMap(s ->
            java.util.Arrays.stream(s.split("[,;:]| because | porque | and | y | but | pero ")))
        .map(Texts::bare)
        .map(Shorthand::spelled)
        .map(c ->
            c.replaceAll(
                "^(?:i (?:think|guess|feel|know|just feel)(?: like| that)?|that|because|so|creo"
                    + " que|siento que|que|porque) ",
                ""))
        .filter(c -> !c.isBlank())
        .toList();
  }

  private static boolean any(List<Pattern> patterns, String clause) {
    // A clause that long is a story, and a story holds facts.
    return clause.length() <= 200 && patterns.stream().anyMatch(p -> p.matcher(clause).matches());
  }

  private static List<Pattern> compiled(String... patterns) {
    return java.util.Arrays.stream(patterns).map(Pattern::compile).toList();
  }
}
