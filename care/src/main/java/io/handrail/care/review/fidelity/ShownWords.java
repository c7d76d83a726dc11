package io.handrail.care.review.fidelity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that {@link Shown} looks for, in English and Spanish. [K] */
final class ShownWords {
  private static final Pattern OBJECTS =
      of(
          "(this|that|it) (is not|isn.t|does not|doesn.t|won.t) (help|work|for me)\\w*"
              + "|i (don.t|do not) want to (do|answer|talk|say|write)"
              + "|not (this|that) again|stop asking|(can|could) we (stop|do something else|change)"
              + "|i.ve (already|just) (said|told|answered)|i (already|just) (said|told|answered)"
              + "|something else instead|this is (stupid|pointless|useless)"
              + "|no me (sirve|ayuda)|no quiero (hacer|contestar|hablar|seguir)|ya (te )?lo (dije|he dicho)"
              + "|otra vez (no|lo mismo)|(podemos|prefiero) (parar|cambiar)");
  private static final Pattern GIVES_WAY =
      of(
          "skip|stop|leave it|pause|later|another (exercise|time|way)|something else|smaller"
              + "|go on without|instead|rest|saltar|parar|dejarlo|pausa|más tarde|otro ejercicio|otra cosa"
              + "|más pequeñ");
  private static final Pattern MISREAD =
      of(
          "(that.s|that is|this is) not what i (said|meant)|i (didn.t|did not|never) (say|mean|said) that"
              + "|you.re not listening|you are not listening|you (don.t|do not) (understand|get it)"
              + "|you (misread|misunderstood)|no es lo que (dije|quise decir|quería decir)"
              + "|no (he dicho|dije) eso|no me (entiendes|escuchas)");
  private static final Pattern TAKES_BACK =
      of(
          "sorry|thank|you.re right|i (had|got|read|misread|took)|wrong|in your (own )?words"
              + "|what did you mean|tell me|correct|perdona|gracias|tienes razón|leí mal|entendí mal"
              + "|con tus palabras|qué querías decir|dime|corr[ií]g");
  private static final Pattern SUGGESTS =
      of(
          "you (should|must|need to|ought to|have to|had better)|why don.t you|i (suggest|recommend|advise)"
              + "|my advice|the best thing (is|to do|would be)|try (to|thinking|telling|seeing|looking)"
              + "|deber[ií]as|tienes que|te (sugiero|recomiendo|aconsejo)|lo mejor es|intenta|prueba a");
  private static final Pattern HARSH =
      of(
          "i.m (a |an |so |such a |just a )?(complete |total )?(worthless|useless|failure|loser|stupid|burden"
              + "|bad (mother|father|person)|broken|disgusting|weak)"
              + "|i am (a |an |so |such a |just a )?(complete |total )?(worthless|useless|failure|loser|stupid"
              + "|burden|bad (mother|father|person)|broken|disgusting|weak)"
              + "|(everyone|everybody) (hates|is against) me|nobody (likes|loves|wants) me"
              + "|i (always|never) (ruin|get anything)|soy (un |una )?(inútil|fracas\\w+|carga|estúpid\\w|mala"
              + " (madre|persona)|mal padre)|nadie me (quiere|aguanta)|todos me odian");
  private static final Pattern AGREES =
      Pattern.compile(
          "(?iU)(^|[.!] )(yes, (you are|they do|that is)|exactly|you.re right|you are right|that.s true"
              + "|that is true|indeed|i agree|of course (you are|they do)|exacto|tienes razón|es verdad"
              + "|así es|claro que sí|estoy de acuerdo)\\b");
  private static final Pattern DENIES =
      of(
          "you (never|didn.t|did not) (said|say|told|tell|feel|felt) (that|it|so)|that (didn.t|did not) happen"
              + "|(it|that|this) never happened|you.re (imagining|overreacting|exaggerating|making)"
              + "|you are (imagining|overreacting|exaggerating|making)|too sensitive|all in your head"
              + "|(it|that).s not (that|so) bad|you misremember|eso no pasó|(estás|te estás) exagerando"
              + "|eres demasiado sensible|te lo imaginas|no es para tanto");
  private static final Pattern FEELS =
      of(
          "i (really |truly |do |can )?(feel|understand|know) (how|what|your|exactly)|i feel (for|with) you"
              + "|i (worry|care|hurt) (about|for)|i.ve been (there|thinking)|i (miss|missed) you"
              + "|my heart|i.m (so )?(moved|touched|saddened|glad|proud)"
              + "|(entiendo|sé) (cómo|lo que) (te )?sientes|siento tu|me (preocupas|importas|alegro)"
              + "|te (echo|eché) de menos");
  private static final Pattern BONDS =
      of(
          "we.re in this together|i.m (always |here )+(here )?for you|i will always be (here|there)"
              + "|as your (therapist|friend|counsellor|counselor)|our (bond|friendship|special)"
              + "|you can (always )?(count|rely) on me|you don.t need (anyone|anybody) else|i won.t leave you"
              + "|estoy aquí para ti|siempre (estaré|voy a estar)|como tu (terapeuta|amig\\w)"
              + "|cuenta conmigo|nuestra amistad");
  private static final Pattern TREATS =
      of(
          "(stop|start|reduce|increase|double|skip|change) (taking )?(your|the) (medic\\w+|dose|tablets|pills)"
              + "|you (have|suffer from|are showing|meet the criteria for) (a |an |signs of |clinical )?"
              + "(depression|anxiety disorder|\\w+ disorder|ptsd|ocd|adhd|bipolar|trauma)"
              + "|(deja|toma|sube|baja) (de tomar )?(la|tu) (medicación|dosis|pastilla)"
              + "|(tienes|padeces) (una )?(depresión|trastorno)");
  private static final Pattern POINTS_ON =
      of("help|call|reach|therapist|clinic|person|tomorrow|ayuda|llama|terapeuta|persona|mañana");

  private ShownWords() {}

  private static Pattern of(String words) {
    return Pattern.compile("(?iU)\\b(" + words + ")");
  }

  private static boolean in(Pattern words, String text) {
    return words.matcher(text).find();
  }

  static boolean objects(String said) {
    return in(OBJECTS, said);
  }

  static boolean givesWay(String reply) {
    return in(GIVES_WAY, reply);
  }

  static boolean misread(String said) {
    return in(MISREAD, said);
  }

  static boolean takesBack(String reply) {
    return in(TAKES_BACK, reply);
  }

  /** Where a suggestion stands; negative where none does. */
  static int suggestion(String reply) {
    Matcher found = SUGGESTS.matcher(reply);
    return found.find() ? found.start() : -1;
  }

  static boolean harsh(String said) {
    return in(HARSH, said);
  }

  static boolean agrees(String reply) {
    return in(AGREES, reply);
  }

  static boolean denies(String reply) {
    return in(DENIES, reply);
  }

  static boolean feels(String reply) {
    return in(FEELS, reply);
  }

  static boolean bonds(String reply) {
    return in(BONDS, reply);
  }

  static boolean treats(String reply) {
    return in(TREATS, reply);
  }

  static boolean pointsOn(String reply) {
    return in(POINTS_ON, reply);
  }
}
