package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moods and their strength out of free text: "anxious about 70, a bit of shame maybe 40". */
final class Moods {
  private static final Set<String> FILLERS =
      words(
          "i i'm im i've am was were is are be been being a an the my of in on at to and or plus"
              + " also but with it it's its that this feel felt feels feeling feelings emotion"
              + " emotions mood bit little lot lots some something kind kinda sort sorta very"
              + " really so quite pretty just maybe perhaps probably about around roughly"
              + " approximately like say think guess mostly mainly extremely super totally too then"
              + " still now only more less out as well idk dunno know don't no idea sure first last"
              + " right lol haha hehe ok okay part most mainly quite sort or lots ish felt feeled"
              + " that's ugh fine whatever and-so so honestly at-first percent strong strength"
              + " intensity level score rating got get made makes me there be would i'd not-sure"
              + " hmm um uh well yes ok mix both easily nearly almost under over least mainly"
              + " suppose reckon for been since id i'd ive tbh omg honest today yesterday week"
              + " morning days monday tuesday wednesday thursday friday saturday sunday");
  private static final Set<String> RELLENO =
      words(
          "yo me mi mis te la el los las lo un una unos unas de del en con por y e o u a al muy mas"
              + " menos mucho mucha muchos muchas poco poquito bastante algo tan tambien ademas"
              + " pero como que tal vez quizas quiza creo diria seria sobre alrededor"
              + " aproximadamente casi siento senti sentia sentido sintiendo estoy estaba estuve"
              + " esta fue era es soy emocion sentimiento fuerza intensidad nivel ciento todavia"
              + " ahora solo super llevo toda semana desde ayer hoy pues tengo tenia tuve dio da"
              + " daba ganas asi no jaja grande grandes unas unos dia aquel ese");
  private static final Set<String> KNOWN =
      words(
          "anxious anxiety worried worry nervous scared afraid fear frightened terrified panic"
              + " panicky stressed stress tense uneasy dread overwhelmed sad sadness down low blue"
              + " depressed unhappy miserable hopeless despair empty numb lonely alone lost grief"
              + " heartbroken hurt angry anger mad furious rage annoyed irritated frustrated"
              + " frustration resentful bitter jealous envious disgust disgusted ashamed shame"
              + " guilty guilt embarrassed embarrassment humiliated regret useless worthless"
              + " inadequate insecure rejected unwanted abandoned betrayed disappointed confused"
              + " shocked surprised tired exhausted drained bored restless helpless powerless"
              + " trapped stuck vulnerable small calm relieved relief happy glad hopeful proud"
              + " excited content okay fine love loved grateful joy livid fuming gutted mortified"
              + " anguish horror rejected bitterness contempt longing awful terrible horrible bad"
              + " rough crap");
  private static final Set<String> CONOCIDAS =
      words(
          "ansioso ansiosa ansiedad preocupado preocupada preocupacion nervioso nerviosa nervios"
              + " asustado asustada miedo temor panico estresado estresada estres tenso tensa"
              + " agobio agobiado agobiada angustia angustiado angustiada triste tristeza decaido"
              + " decaida deprimido deprimida desesperado desesperada desesperanza vacio vacia solo"
              + " sola soledad perdido perdida dolor dolido dolida herido herida enojado enojada"
              + " enojo enfadado enfadada enfado furioso furiosa rabia ira molesto molesta irritado"
              + " irritada frustrado frustrada frustracion resentido celoso celosa celos envidia"
              + " asco avergonzado avergonzada verguenza culpable culpa humillado humillada"
              + " arrepentido inutil inseguro insegura rechazado rechazada abandonado abandonada"
              + " traicionado traicionada decepcionado decepcionada confundido confundida cansado"
              + " cansada agotado agotada aburrido aburrida inquieto inquieta impotente impotencia"
              + " atrapado atrapada tranquilo tranquila calma aliviado aliviada alivio feliz"
              + " contento contenta alegre alegria esperanza orgulloso orgullosa agradecido"
              + " agradecida apagado apagada fatal horrible mal humillacion pena amargura desprecio"
              + " espanto harto harta dolido nerviosismo");
  private static final Pattern PHRASES =
      Pattern.compile(
          "\\b(?:let down|left out|fed up|worn out|stressed out|burnt out|burned out|on"
              + " edge|freaked out|pissed off|shut down|put down|bummed out|heart broken|not"
              + " (?:good|great|ok|okay|well|happy|calm)|fuera de lugar|de mal humor|de bajon|hecho"
              + " polvo|hecha polvo|al limite)\\b");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "[\\n;,&+]+|\\s(?:and|plus|also|then|y|e|tambien|ademas)\\s|(?<=›)\\s*[.)/|-]*\\s+(?=\\p{L})|\\.(?:\\s+|$)");

  /** "70 anxious, 40 sad": the number comes ahead of its word. */
  private static final Pattern FIRST = Pattern.compile("^\\W*‹\\d+!?›\\W+\\p{L}");

  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "[\\n;,&+]+|\\s(?:and|plus|also|then|y|e|tambien|ademas)\\s|(?=‹)|\\.(?:\\s+|$)");
  private static final Pattern AS_THOUGHT =
      Pattern.compile(
          "^(?:i (?:feel|felt|am feeling|was feeling) )?(?:(?:just )?(?:like|that|as if|as"
              + " though)|(?:me )?(?:siento|senti|sentia) (?:que|como si)|(?:como si|que)) .*");

  private static final Set<String> EACH =
      words(
          "both each all either respectively ambas ambos todas todos cada una uno dos tres las"
              + " los");

  /** "I wouldn't say angry": named to say that it was not so. */
  private static final Pattern DENIED =
      Pattern.compile(
          "^(?:(?:well|but|and|so|pues|pero) )*(?:(?:i )?(?:wouldn'?t|would not|don't|dont|do not)"
              + " (?:say|call it|mean)\\b|(?:it )?(?:wasn'?t|was not|isn'?t|is not)\\b(?!"
              + " (?:good|great|ok|okay|well|happy|calm|only|just))|not (?:really |exactly |so much"
              + " |even )?(?!good|great|ok|okay|well|happy|calm|sure|only|just|really)\\p{L}+(?:"
              + " (?:exactly|really|as such))?$|no (?:diria|es|era|estaba|estoy|tanto)\\b(?!"
              + " (?:bien|solo|segur)))");

  /** "A solid", "a good", "una buena": how much, and no feeling. */
  private static final Pattern DEGREE = Pattern.compile("(?:an?|un|una) \\p{L}+\\W*");

  private static final Pattern MEASURED =
      Pattern.compile(
          "\\b(?:(?<=\\b(?:in|up|home|came|come|left|work|started|called|arrived|back|llego|vino|sali)"
              + " )(?:at|a las?)|until|till|since|a las|hasta las|desde las)"
              + " \\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?\\b(?! ?%)|\\b\\d{1,4}"
              + " ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times|people|minutos?|horas?|dias?|semanas?|meses|anos|veces|personas)\\b");

  private static final Pattern ISH = Pattern.compile("(\\d{1,3}) ?-?ish\\b");
  private static final Pattern FOR =
      Pattern.compile("(?<!\\d)(\\d{1,3})%? (?:for|para) (\\p{L}{3,})");

  private Moods() {}

  /** A mood as it was read; the strength may be missing or beyond the range. */
  record Mood(String word, OptionalInt strength) {}

  /**
   * What was read.
   *
   * @param thought true when nothing was, because a thought was given
   */
  record Read(List<Mood> moods, boolean thought) {}

  static Read read(String text, int max) {
    if (text.length() > 1000) return new Read(List.of(), true);
    String marked = Numbers.marked(turned(measured(Texts.folded(text))), max);
    List<Mood> apart = apart(marked, text);
    if (!apart.isEmpty()) return new Read(apart, false);
    var moods = new ArrayList<Mood>();
    boolean thought = false;
    boolean isSentence = Texts.tokens(text).size() > 8;
    Pattern between = FIRST.matcher(marked).find() ? NUMBER_FIRST : BETWEEN;
    String before = "";
    for (String segment : between.split(marked)) {
      if (segment.isBlank()) continue;
      if (DENIED.matcher(segment.strip()).find()) continue;
      List<Integer> numbers = Numbers.in(segment);
      // Unknown words in a sentence without a number are told of, not felt.
      boolean sentence = Texts.tokens(segment).size() > 3 || isSentence;
      OptionalInt strength =
          numbers.isEmpty() ? OptionalInt.empty() : OptionalInt.of(numbers.getLast());
      String rest = Numbers.MARK.matcher(segment).replaceAll(" ").strip();
      List<String> words = words(rest, text, sentence && strength.isEmpty());
      boolean degree = strength.isPresent() && DEGREE.matcher(rest).matches() && waits(moods);
      if ((words.isEmpty() || degree) && strength.isPresent()) {
        // "and then just a huge rage, 95": the number is for the feeling named last.
        if (!waits(moods)) lastKnown(before, text).ifPresent(w -> add(moods, w));
        attach(moods, strength);
      } else if (words.isEmpty()) {
        thought |= isThought(rest);
      } else {
        for (String word : words) add(moods, new Mood(word, strength));
      }
      before = words.isEmpty() && strength.isEmpty() ? rest : "";
    }
    return new Read(moods, moods.isEmpty() && thought);
  }

  private static boolean waits(List<Mood> moods) {
    return !moods.isEmpty() && moods.getLast().strength().isEmpty();
  }

  private static Optional<Mood> lastKnown(String segment, String original) {
    return Texts.tokens(segment).stream()
        .filter(t -> KNOWN.contains(t) || CONOCIDAS.contains(t))
        .filter(t -> !FILLERS.contains(t) && !RELLENO.contains(t))
        .reduce((first, second) -> second)
        .map(w -> new Mood(asWritten(w, original), OptionalInt.empty()));
  }

  /** "Waited 45 minutes", "came in at 4": a number that measures something else. */
  private static String measured(String folded) {
    return MEASURED
        .matcher(folded.replaceAll("\\b(?:las|los) (?:dos|tres|cuatro)\\b", "cada"))
        .replaceAll(" ");
  }

  /**
   * The feelings first and then their numbers: "more hurt than angry, 80 and 50", "jealous and
   * angry, 70 both". Empty where they do not stand so.
   */
  private static List<Mood> apart(String marked, String original) {
    Matcher first = Numbers.MARK.matcher(marked);
    if (!first.find()) return List.of();
    String ahead = marked.substring(0, first.start());
    String behind = marked.substring(first.start());
    List<String> words =
        Texts.tokens(ahead).stream()
            .filter(t -> KNOWN.contains(t) || CONOCIDAS.contains(t))
            .filter(t -> !FILLERS.contains(t) && !RELLENO.contains(t))
            .distinct()
            .toList();
    List<Integer> numbers = Numbers.in(behind);
    boolean bare =
        Texts.tokens(Numbers.MARK.matcher(behind).replaceAll(" ")).stream()
            .allMatch(t -> FILLERS.contains(t) || RELLENO.contains(t) || EACH.contains(t));
    if (words.size() < 2 || !bare || DENIED.matcher(ahead).find()) return List.of();
    boolean each = Texts.tokens(behind).stream().anyMatch(EACH::contains);
    if (numbers.size() != words.size() && !(each && numbers.size() == 1)) return List.of();
    var moods = new ArrayList<Mood>();
    for (int i = 0; i < words.size(); i++) {
      int number = numbers.size() == 1 ? numbers.getFirst() : numbers.get(i);
      moods.add(new Mood(asWritten(words.get(i), original), OptionalInt.of(number)));
    }
    return moods;
  }

  /** "75ish" is 75, and "40 for guilt" is guilt 40. */
  private static String turned(String folded) {
    return ISH.matcher(FOR.matcher(folded).replaceAll("$2 $1")).replaceAll("$1");
  }

  /** True when a text holds known feelings and nothing else of weight. */
  static boolean only(String text, Field.OfList list) {
    if (text.length() > 80) return false;
    String folded = Texts.folded(text);
    boolean phrase = PHRASES.matcher(folded).find();
    String marked =
        Numbers.MARK
            .matcher(Numbers.marked(PHRASES.matcher(folded).replaceAll(" "), 100))
            .replaceAll(" ");
    List<String> rest =
        Texts.tokens(marked).stream()
            .filter(t -> !FILLERS.contains(t) && !RELLENO.contains(t))
            .filter(t -> !KNOWN.contains(t) && !CONOCIDAS.contains(t))
            .toList();
    boolean known =
        Texts.tokens(marked).stream().anyMatch(t -> KNOWN.contains(t) || CONOCIDAS.contains(t));
    return (known || phrase) && rest.isEmpty();
  }

  /** A number on its own belongs to the mood before it. */
  private static void attach(List<Mood> moods, OptionalInt strength) {
    if (!moods.isEmpty() && moods.getLast().strength().isEmpty()) {
      moods.set(moods.size() - 1, new Mood(moods.getLast().word(), strength));
    }
  }

  private static void add(List<Mood> moods, Mood mood) {
    moods.removeIf(m -> Tells.same(m.word(), mood.word()));
    moods.add(mood);
  }

  private static List<String> words(String folded, String original, boolean knownOnly) {
    Matcher phrase = PHRASES.matcher(folded);
    if (phrase.find()) return List.of(phrase.group());
    List<String> tokens = Texts.tokens(folded);
    List<String> known =
        tokens.stream().filter(t -> KNOWN.contains(t) || CONOCIDAS.contains(t)).toList();
    if (!known.isEmpty() && (!isThought(folded) || tokens.size() <= 6)) {
      return known.stream()
          .filter(w -> known.size() == 1 || (!FILLERS.contains(w) && !RELLENO.contains(w)))
          .distinct()
          .map(w -> asWritten(w, original))
          .toList();
    }
    if (knownOnly) return List.of();
    List<String> rest =
        tokens.stream()
            .filter(t -> !FILLERS.contains(t) && !RELLENO.contains(t) && !t.matches("\\d+"))
            .toList();
    boolean wordy = rest.isEmpty() || rest.size() > 2 || tokens.size() > 6;
    if (wordy || (isThought(folded) && rest.size() > 1) || String.join(" ", rest).length() > 30) {
      return List.of();
    }
    return List.of(asWritten(String.join(" ", rest), original));
  }

  private static boolean isThought(String folded) {
    String bare = Texts.bare(folded);
    return AS_THOUGHT.matcher(bare).matches() || Texts.tokens(bare).size() >= 4;
  }

  /** The word with the accents that the client gave it. */
  private static String asWritten(String folded, String original) {
    Matcher m = Pattern.compile("[\\p{L}\\p{M}'’]+").matcher(original);
    String lower = null;
    while (m.find()) {
      if (Texts.bare(m.group()).equals(folded)) {
        lower = m.group().toLowerCase(java.util.Locale.ROOT);
      }
    }
    return Optional.ofNullable(lower).orElse(folded);
  }

  /** Whether two words name the same mood: "ashamed" and "shame" do. */
  static boolean alike(String one, String other) {
    String a = Texts.bare(one);
    String b = Texts.bare(other);
    if (a.equals(b)) return true;
    int stem = Math.min(4, Math.min(a.length(), b.length()));
    return (stem >= 3 && a.substring(0, stem).equals(b.substring(0, stem)))
        || Set.of(a, b).equals(Set.of("ashamed", "shame"))
        || Set.of(a, b).equals(Set.of("afraid", "fear"));
  }

  private static Set<String> words(String list) {
    return new HashSet<>(Arrays.asList(list.split(" ")));
  }
}
