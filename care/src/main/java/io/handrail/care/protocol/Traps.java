package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which thinking traps a thought may sound like, by the form of its words; for a question with two
 * or three names, never for an answer. The names are ids of options in protocol files; a file that
 * has none of them is offered nothing. English and Spanish. Names after Burns (1980), wordings of
 * the rules our own [K].
 */
final class Traps {
  private static final int MOST = 3;
  private static final int CHARS = 400;

  private record Sign(String trap, Pattern words, int weight) {}

  /** What is easily taken for it, so that one name never stands alone. */
  private static final Map<String, String> NEAR =
      Map.of(
          "mind_reading", "fortune_telling",
          "fortune_telling", "all_or_nothing",
          "all_or_nothing", "only_the_bad",
          "labelling", "all_or_nothing",
          "all_my_fault", "labelling",
          "should", "all_or_nothing",
          "feeling_as_fact", "fortune_telling",
          "only_the_bad", "all_or_nothing");

  private static final String THEY =
      "(?:s?he|they|everyone|everybody|people|nobody|no one|others?|my (?:\\w+ )?\\w+|the (?:\\w+"
          + " )?\\w+)";
  private static final List<Sign> SIGNS =
      List.of(
          sign(
              "mind_reading",
              3,
              THEY
                  + "(?: is| are| was| were|'s|'re)?(?: \\w+)?"
                  + " (?:thinks?|thought|believes?|finds?|hates?|despises?|judges?|judging|regrets?|resents?|likes?|cares?|wants?|laughs?|laughing|whispering|staring|annoyed|angry|disappointed|ashamed|bored|tired|fed"
                  + " up|had enough|mad)\\b",
              "(?:doesn't|don't|does not|do not|didn't) (?:really |even |actually"
                  + " )?(?:like|love|care|want|respect|trust) ",
              "(?:nobody|no one) (?:really |even"
                  + " )?(?:cares|likes|loves|wants|respects|listens|needs|misses)",
              "(?:can tell|can see|out of pity|behind my back|about me\\b|looks? down on|makes? fun"
                  + " of)",
              "must (?:be|think|have|feel) (?:\\w+"
                  + " )?(?:annoyed|angry|disappointed|bored|that|me|with me)",
              "\\b(?:wonder(?:s|ed|ing)|would (?:rather|prefer)|'d (?:rather|prefer)|wishes|wish"
                  + " i (?:hadn't|weren't)|pit(?:y|ies)|only (?:\\w+ )?(?:came|come|comes|invited"
                  + " me|asked me|said (?:it|that|yes)|being (?:nice|polite|kind))|to be"
                  + " (?:polite|kind|nice)|see(?:s)? (?:me as|a \\w+ when)|look(?:s)? at me"
                  + " (?:and|like|as)|talking about me)\\b|\\b(?:fijo|seguro) que"
                  + " (?:piensan?|creen?|se)",
              "(?:piensan?|creen?|opinan?|juzgan?|odian?|desprecian?|rien|soportan?|avergüenzan?|averguenzan?)\\b",
              "(?:ya )?no (?:le|les) (?:importo|gusto|caigo)|(?:le|les) caigo (?:mal|fatal)|por"
                  + " (?:lastima|pena)\\b"),
          sign(
              "fortune_telling",
              3,
              "\\b(?:i'll|i will|i won't|i will not|(?:he|she|it|they|we|there)(?:'ll| will|"
                  + " won't)|will (?:be|never|show|have|go|end|get|happen))\\b",
              "(?:going|about) to"
                  + " (?:fail|lose|die|leave|be|get|happen|take|end|find|go|faint|hate|mess|crash|\\w+)",
              "\\b(?:ever going to|will ever|bound to|only a matter of time|matter of time|sooner or"
                  + " later|just know (?:it|that|the|he|she|they)|(?:come|came) (?:back )?bad|no one"
                  + " is ever|nobody is ever|nobody will|no one will)\\b",
              "what if\\b|never (?:get|going|find|be|recover|change)|end"
                  + " up\\b|(?:disaster|catastrophe|terrible|awful|worst)\\b|something bad",
              "\\b(?:voy|vas|va|vamos|van) a \\w+|\\b(?:y si)\\b|nunca"
                  + " (?:va|voy|sere|sera|podre)|acabare|sera"
                  + " (?:un|una)|\\w+(?:are|ere|ire|ara|era|iran|aran)\\b(?= |$)|seguro que"
                  + " sale|saldra"),
          sign(
              "all_or_nothing",
              3,
              "\\b(?:always|never|everything|nothing"
                  + " i|completely|totally|total|perfect|perfectly|every time|no point|at"
                  + " all|everyone else|everybody else|no one ever|can't do anything|anything"
                  + " right)\\b",
              "\\b(?:none of (?:my|the|what)|the same as|as good as|counts as"
                  + " (?:losing|failing)|ruined|blown it|whole (?:diet|thing|plan|week|day) is"
                  + " (?:ruined|over|gone)|ever works?(?: out)?|needn't (?:start|bother)|only if"
                  + " it's)\\b|\\bsi no .{1,30} (?:no (?:sirve|vale|cuenta)|nada)",
              "\\beither .* or\\b|if (?:it's|it is|i'm|i can't|i)"
                  + " (?:not|can't|don't)?.{0,30}(?:worthless|no point|nothing|over|useless)|one"
                  + " (?:slip|mistake).*(?:over|all|ruin)",
              "\\b(?:siempre|nunca|jamas|todo lo que|perfect[oa]|completamente|del todo|nada"
                  + " vale|no vale nada)\\b|\\bo (?:lo|la) .* o no\\b|nadie .* nunca"),
          sign(
              "labelling",
              4,
              "\\b(?:i'm|i am|im|i was|he is|he's|she is|she's|you're) (?:just |so |such |really"
                  + " |only |too )*(?:an? )?(?:\\w+"
                  + " )?(?:failure|loser|idiot|fraud|burden|mess|disaster|coward|monster|bad"
                  + " \\w+|terrible \\w+|horrible \\w+|awful"
                  + " \\w+|stupid|lazy|boring|pathetic|weak|useless|worthless|ugly|dumb|crazy|broken|weird|selfish|hopeless|incompetent|unlovable|fat|inadequate)\\b",
              "\\b(?:i'm|i am|im) (?:just |so |such |really |only )*(?:an?"
                  + " )?(?:\\w+ling|damaged|rubbish(?: \\w+)?|useless \\w+|waste of"
                  + " \\w+|nobody|nothing|fool|joke|wreck|freak|hypocrite|liar|quitter|rotten"
                  + " \\w+|lousy \\w+|hopeless \\w+|poor excuse)\\b",
              "what an? (?:idiot|loser|fool|failure|mess)|i am (?:stupid|bad|weak)",
              "\\b(?:soy|es|eres|estoy) (?:un |una |tan |muy |una? mal[oa]? )?(?:\\w+"
                  + " )?(?:desastre|inutil|tont[oa]|idiota|fracas\\w*|fraude|carga|cobarde|debil|vag[oa]|estupid[oa]|fe[oa]|patetic[oa]|egoista|mal[oa]?"
                  + " \\w+|mala|monstruo|perdedor\\w*|aburrid[oa])\\b"),
          sign(
              "all_my_fault",
              5,
              "\\b(?:my fault|because of me|because of my|because i|my mistake|i ruined|i caused|to"
                  + " blame|blame myself|it's on me|on me$|if only i|if i had|if i'd|had i)\\b",
              "\\b(?:down to (?:me|how i|what i|my)|thanks to me|if i (?:had|hadn't|'d)|if i"
                  + " \\w+ (?:earlier|sooner|there|more)|(?:wouldn't|would not) have \\w+ if"
                  + " i|my doing)\\b",
              "\\b(?:culpa (?:mia|es mia)|mi culpa|por mi(?: culpa)?$|por mi culpa|si (?:yo"
                  + " )?hubiera|si (?:yo )?hubiese|algo habre hecho|lo he estropeado|arruine)\\b"),
          sign(
              "should",
              4,
              "\\b(?:got to|gotta|a (?:good|real|proper|decent) \\w+ (?:would|should|never|always|does"
                  + " not|doesn't)|be over (?:this|it) by now|must (?:know|be able|never|always"
                  + " \\w+ for))\\b|un[ao]? buen[ao]? \\w+ (?:nunca|siempre|no)",
              "\\b(?:should|shouldn't|ought|must not|mustn't|have to|has to|need to|supposed to|i"
                  + " must)\\b",
              "\\b(?:deberia\\w*|tendria\\w* que|tengo que|tiene que|hay que|debo|no puedo"
                  + " permitirme|habria que)\\b"),
          sign(
              "feeling_as_fact",
              6,
              "\\b(?:feel|feels|felt|scared|afraid)\\b.*(?:\\bso\\b|must|that means|has to|it"
                  + " is|therefore)|i (?:just )?(?:know|can feel) (?:it|something)|can feel it",
              "\\b(?:feeling|gut|stomach|instinct)\\b.*(?:so\\b|must|something"
                  + " (?:is|'s)|definitely|wrong|off)",
              "\\bsi (?:me )?(?:siento|da|noto|tengo) .{1,40} es que\\b",
              "\\b(?:siento|sentirme|tengo miedo|me siento)\\b.*(?:asi que|entonces|luego|por"
                  + " eso|significa)"),
          sign(
              "only_the_bad",
              4,
              "\\b(?:spoil(?:s|ed|t)|only (?:politeness|luck|being nice)|just"
                  + " (?:luck|politeness)|(?:that|this|the) one (?:bad|wrong|remark|mistake|comment)|(?:liked|happy|clapped|fine|well)\\b.{0,30}\\bbut"
                  + " one|so it was a (?:flop|failure|disaster))\\b|no cuentan?\\b",
              "nothing good|doesn't count|does not count|didn't count|doesn't mean anything|all"
                  + " that counts|only (?:see|the bad|what went)|whole (?:day|week|evening|year)"
                  + " (?:was |is )?ruined|ruined by|went wrong|was any good|\\bbut"
                  + " (?:one|that|it)\\b.*(?:yawn|count|mistake|wrong)|all i (?:can"
                  + " )?(?:see|think)",
              "nada bueno|no cuenta|solo (?:cuenta|veo)|lo que salio mal|no hago nada bien|nada"
                  + " (?:me )?sale|todo (?:lo )?malo"));

  private Traps() {}

  /** Two or three of the known names, the likeliest first; empty where the words show nothing. */
  static List<String> of(String thought) {
    String text = Texts.folded(thought);
    if (text.length() > CHARS) text = text.substring(0, CHARS);
    var weights = new LinkedHashMap<String, Integer>();
    for (Sign sign : SIGNS) {
      if (sign.words().matcher(text).find())
        weights.merge(sign.trap(), sign.weight(), Integer::sum);
    }
    var names =
        new ArrayList<>(
            weights.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList());
    if (names.size() == 1) names.add(NEAR.get(names.getFirst()));
    return List.copyOf(names);
  }

  private static Sign sign(String trap, int weight, String... words) {
    return new Sign(trap, Pattern.compile(String.join("|", words)), weight);
  }
}
