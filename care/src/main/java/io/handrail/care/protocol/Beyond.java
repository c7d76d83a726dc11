package io.handrail.care.protocol;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text tells of itself by its form that an exercise must not work on: an old hurt lived
 * through again, a belief that others do not share, a mood that runs high, a body that is worked
 * against. English and Spanish. Each belongs to a clinician, so it may err to the side of stopping.
 */
public final class Beyond {
  private static final int CHARS = 1200;

  private static final Pattern RELIVING =
      Pattern.compile(
          "\\b(?:flash ?backs?|re ?liv(?:e|ed|ing) (?:it|that|the)|(?:it is|it's|its|was|it feels"
              + " like it's|feels like it is) happening (?:all over )?again|as if it"
              + " (?:was|were|is) happening (?:again|now|right now)|(?:i'm|i am|i was|suddenly)"
              + " back (?:there|in (?:that|the) (?:\\w+"
              + " )?(?:room|house|car|night|day|place|hospital|bed))(?: again)?|i (?:can |could"
              + " )?(?:still )?(?:see|hear|smell|feel|taste) (?:it|him|her|them|his|the) (?:\\w+"
              + " ){0,4}(?:right now|all over again|on me again|on my skin)|(?:outside|out"
              + " of|left|not in|floating above) my (?:own )?body|(?:nothing|everything|the"
              + " world|i) (?:is|was|feels?|felt|seems?|looked?) (?:not |un)real|nothing"
              + " (?:is|was|feels?|felt|seems?|seemed) real|(?:watch(?:ing|ed)|saw|seeing) myself"
              + " from (?:outside|above)|reviv(?:o|i|iendo|ir|iendolo|irlo)\\b|(?:esta|estaba)"
              + " pasando (?:otra vez|de nuevo)|como si (?:estuviera|volviera a|fuera a)"
              + " (?:pasar|pasando|estar alli|estar ahi)(?: otra vez| de nuevo|"
              + " ahora)?|(?:estoy|estaba|vuelvo a estar) (?:otra vez |de nuevo )?(?:alli|ahi)"
              + " (?:otra vez|de nuevo|dentro)|fuera de mi cuerpo|me (?:veo|vi|veia) desde"
              + " (?:fuera|arriba)|(?:todo|nada|el mundo) (?:es|era|parece|parecia|se siente|se"
              + " sentia) (?:ir)?real)\\b");

  private static final Pattern UNSHARED =
      Pattern.compile(
          "\\b(?:(?:the |these |some )?voices? (?:is |are |was |were |keep |kept |just"
              + " )?(?:tell|tells|telling|told|say|says|saying|said|talk|talks|talking|command|commanding|order|ordering)\\b|(?:the"
              + " )?(?:tv|television|radio|news|songs?|number plates?) (?:is |are |was |were"
              + " )?(?:talks?|talking|speaks?|speaking|sends?|sending|about me|meant for me|giving"
              + " me)\\b|(?:chip|device|implant|transmitter|microphone) (?:in|inside|under|into)"
              + " (?:my|me)\\b|(?:read|reads|reading|hear|hears|hearing|control|controls|controlling|steal|steals|stealing|broadcast|broadcasting)"
              + " my (?:thoughts|mind and)|(?:put|puts|putting|insert|inserts|inserting) thoughts"
              + " (?:in|into|inside)|(?:poisoning|poisoned|poison) (?:me|my"
              + " (?:food|drink|water|coffee|tea))|something in my"
              + " (?:food|drink|water|coffee|tea)|(?:follow|watch|film|record|track|spy)(?:ing|s|ed)?"
              + " (?:on )?me (?:through|with|by|from|via) (?:the |my |hidden )|hidden"
              + " (?:cameras?|microphones?)|(?:cia|fbi|mi5|secret service|government|neighbou?rs)"
              + " (?:is|are|was|were)"
              + " (?:spying|watching|following|listening|tracking|after)|i(?:'m| am| was) (?:the |a"
              + " )?(?:chosen(?: one)?|messiah|prophet|jesus|son of god)|(?:secret|hidden|special)"
              + " (?:signs?|messages?|codes?) (?:for|to|meant for) me|(?:las |unas )?voces (?:me"
              + " )?(?:dicen|decian|hablan|ordenan|mandan)|(?:la )?(?:tele|television|radio|tv)"
              + " (?:me )?(?:habla|manda|envia)|(?:chip|microfono|aparato|implante) (?:en|dentro"
              + " de|bajo) (?:mi|la|el|me)\\b|(?:leen|lee|controlan|controla|roban|roba|oyen) mis"
              + " pensamientos|me (?:meten|mete|ponen) (?:pensamientos|ideas) en"
              + " la|(?:envenenan|envenenando|envenenado|veneno en) (?:la|el|mi|me)\\b|me (?:estan"
              + " )?envenena(?:n|ndo)|camaras? ocultas?|(?:la cia|el gobierno|los vecinos|la"
              + " policia) me (?:espia|espian|vigila|vigilan|sigue|siguen)|soy (?:el |la"
              + " )?(?:elegid[oa]|mesias|profeta)|(?:mensajes?|senales|codigos?) (?:secret[oa]s?"
              + " |ocult[oa]s? )?(?:para mi|solo para mi))\\b");

  private static final Pattern LITTLE_SLEEP =
      Pattern.compile(
          "\\b(?:(?:don't|do not|didn't|hardly|barely|no longer|never) (?:even )?need (?:any |much"
              + " |to |that much )?sleep|(?:slept|sleeping|sleep) (?:only |just |about |maybe"
              + " )?(?:an|one|two|three|1|2|3) hours?\\b.{0,60}\\b(?:energy|not (?:even"
              + " )?tired|wide awake|amazing|fantastic|buzzing|unstoppable)|(?:haven't|have not)"
              + " slept (?:for|in) (?:\\w+ )?(?:days|nights)\\b.{0,60}\\b(?:energy|not (?:even"
              + " )?tired|amazing|great|fantastic|buzzing)|(?:casi )?no (?:necesito|me hace falta)"
              + " dormir|(?:duermo|dormi) (?:solo |apenas |unas )?(?:una|dos|tres|1|2|3)"
              + " horas?\\b.{0,60}\\b(?:energia|sin cansancio|no estoy cansad[oa]|genial|a"
              + " tope))\\b");

  private static final List<Pattern> SIGNS =
      List.of(
          Pattern.compile(
              "\\b(?:(?:thoughts?|mind|head|ideas?|brain) (?:is |are |was |were |keeps? |just"
                  + " )*(?:racing|flying|speeding|going (?:so |too )fast)|talk(?:ing)? (?:so|too)"
                  + " fast|can't stop talking|(?:la cabeza|la mente|los pensamientos|las ideas)"
                  + " (?:me )?(?:va|van|vuela|vuelan|corre|corren) (?:a mil|muy rapido|demasiado"
                  + " rapido)|hablo (?:muy|demasiado) rapido)\\b"),
          Pattern.compile(
              "\\b(?:spent (?:all|everything|thousands|hundreds|my (?:rent|savings|whole))|spending"
                  + " (?:all|like)|maxed (?:out )?my|bought (?:\\w+"
                  + " ){0,2}(?:cars|phones|laptops|flights)|(?:he |me )?(?:gaste|gastado)"
                  + " (?:todo|todos|miles|los ahorros|mis ahorros|el alquiler))\\b"),
          Pattern.compile(
              "\\b(?:i can do (?:anything|everything)|nothing can stop me|unstoppable|invincible|on"
                  + " top of the world|never felt (?:so|this) (?:alive|powerful|great)|so much"
                  + " energy|puedo con todo|nada puede pararme|invencible|imparable|nunca me (?:he"
                  + " )?senti(?:do)? tan (?:viv[oa]|poderos[oa])|muchisima energia)\\b"));

  private static final Pattern UNDOING =
      Pattern.compile(
          "\\b(?:(?:burn|work|sweat|run|walk|train) (?:\\w+ ){0,3}off\\b|burn(?:ing)? (?:\\w+"
              + " ){0,2}calories|(?:make up for|earn|undo|punish myself for|compensate for) (?:\\w+"
              + " ){0,3}(?:eating|ate|dinner|lunch|breakfast|meals?|food|cake|calories|binge|eaten)|(?:run|walk|swim|exercise|work"
              + " ?out|train|cycle|gym)\\b.{0,40}\\buntil i(?:'ve| have)?"
              + " (?:lost|lose|drop|collapse|burned|burnt|am"
              + " (?:thin|empty|sick))|(?:skip|skipping|miss|missing) (?:my |all |every"
              + " )?(?:meals?|lunch|dinner|breakfast)|(?:not|don't|won't) eat(?:ing)?(?: anything|"
              + " all day| until| today| before)?$|eat (?:nothing|as little)|until i lose"
              + " weight|(?:three|four|five|six|3|4|5|6) hours (?:of |on the |at the |in the"
              + " )?(?:\\w+"
              + " )?(?:running|gym|cardio|exercise|treadmill|training)|laxatives?|throw(?:ing)?"
              + " (?:it )?up|purg(?:e|ing)|quemar (?:\\w+"
              + " ){0,3}(?:calorias|cena|comida|comi|comido)|hasta (?:adelgazar|perder peso|bajar"
              + " de peso|caer rendid[oa])|compensar (?:\\w+"
              + " ){0,3}(?:comi|comido|comida|cena|atracon|calorias)|(?:saltar(?:me|se)?|me salto)"
              + " (?:\\w+ ){0,2}(?:comidas?|cena|almuerzo|desayuno)|no (?:comer|cenar|desayunar)(?:"
              + " nada| hasta| en todo| hoy)?|laxantes?|vomitar|(?:tres|cuatro|cinco|seis|3|4|5|6)"
              + " horas (?:de |en el )?(?:\\w+"
              + " )?(?:gimnasio|correr|ejercicio|cardio|entrenamiento))");

  private static final Pattern UNSAFE =
      Pattern.compile(
          "\\b(?:(?:doctor|physio|nurse|surgeon|gp) (?:said|says|told me|tells me) (?:not|no|i"
              + " (?:can't|must not|mustn't|should not|shouldn't)|to rest)|(?:even"
              + " (?:though|if)|although|despite) (?:it|my \\w+) (?:hurts?|is (?:still"
              + " )?(?:injured|broken|swollen|sprained|bleeding))|with (?:a|my)"
              + " (?:broken|sprained|injured|torn) \\w+|driv(?:e|ing) (?:\\w+"
              + " ){0,2}(?:fast|drunk|after drinking|without sleep)|(?:alone|by myself) (?:at"
              + " night|in the dark)|at night (?:alone|by myself)|swim(?:ming)? (?:far )?out"
              + " (?:alone|to sea)|on the (?:edge|roof|railway|tracks)|(?:el"
              + " )?(?:medico|fisio|doctor) (?:me )?(?:dijo|dice|ha dicho) que"
              + " (?:no|descanse)|aunque me duela|con (?:el|la) \\w+"
              + " (?:rot[oa]|lesionad[oa]|hinchad[oa])|conducir (?:\\w+"
              + " ){0,2}(?:rapido|bebid[oa]|borrach[oa]|sin dormir)|(?:de noche sol[oa]|sol[oa] de"
              + " noche)|en (?:la azotea|el tejado|las vias))\\b");

  private Beyond() {}

  /** An old hurt is lived through again, or body and world have come apart. */
  public static boolean reliving(String text) {
    return found(RELIVING, text);
  }

  /** A belief or a voice that others do not share. */
  public static boolean unshared(String text) {
    return found(UNSHARED, text);
  }

  /** A mood that runs high: no need of sleep, or two of racing, spending and power. */
  public static boolean high(String text) {
    return found(LITTLE_SLEEP, text)
        || SIGNS.stream().filter(sign -> found(sign, text)).count() > 1;
  }

  /** Moving or eating to undo what was eaten. */
  public static boolean undoing(String text) {
    return found(UNDOING, text);
  }

  /** An activity that could hurt: against a doctor's word, an injury, danger outside. */
  public static boolean unsafe(String text) {
    return found(UNSAFE, text);
  }

  private static boolean found(Pattern pattern, String text) {
    String bare = Texts.bare(text);
    return bare.length() <= CHARS && pattern.matcher(bare).find();
  }
}
