package io.handrail.chatbot.words;

import java.util.HashMap;
import java.util.Map;

/** Characters written in two ways: traditional Chinese, and small capitals used as letters. */
final class Simplified {
  private static final String TRADITIONAL =
      "殺過藥樓輕傷決夠燒遺書離開這個沒義還來會說話時間車門們對關鍵斷腦頭痛淚覺讓劃計畫誰聽監視裡臥軌橋買割腕強壓錢愛從給為麼樣嗎應該見現東動後總絕準備繼續無虛擾斃彈槍繩氣瓦"
          + "寧願輩囑帶農張單獨隻憂鬱瘋殘體連腳頸絞縊懸牆際親兒爺歲讀寫塵債緊擺脫終點結盡葉鐵欄陽臺掛滅頂墜觸電險種辦負擔煩厭棄請謝瞭媽寶鄰當縱躍";
  private static final String SIMPLE =
      "杀过药楼轻伤决够烧遗书离开这个没义还来会说话时间车门们对关键断脑头痛泪觉让划计画谁听监视里卧轨桥买割腕强压钱爱从给为么样吗应该见现东动后总绝准备继续无虚扰毙弹枪绳气瓦"
          + "宁愿辈嘱带农张单独只忧郁疯残体连脚颈绞缢悬墙际亲儿爷岁读写尘债紧摆脱终点结尽叶铁栏阳台挂灭顶坠触电险种办负担烦厌弃请谢了妈宝邻当纵跃";
  private static final String CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑεαοιυκνωτρϲѕіјӏԁԛԝһ";
  private static final String LETTERS = "abcdefghijklmnoprstuvwyzaeaoiukvwtpcsijldqwh";
  private static final Map<Integer, Integer> PAIRS = pairs(TRADITIONAL, SIMPLE);
  private static final Map<Integer, Integer> SMALL = pairs(CAPITALS, LETTERS);

  private Simplified() {}

  static int of(int cp) {
    return PAIRS.getOrDefault(cp, cp);
  }

  static String smallLetter(int cp) {
    Integer letter = SMALL.get(cp);
    return letter == null ? "" : Character.toString(letter);
  }

  private static Map<Integer, Integer> pairs(String from, String to) {
    int[] a = from.codePoints().toArray();
    int[] b = to.codePoints().toArray();
    if (a.length != b.length) throw new IllegalStateException("unequal character tables");
    Map<Integer, Integer> pairs = new HashMap<>();
    for (int i = 0; i < a.length; i++) pairs.put(a[i], b[i]);
    return pairs;
  }
}
