package io.temperline.speech.conversation;

import static io.temperline.speech.conversation.Side.AGENT;
import static io.temperline.speech.conversation.Side.CALLER;

import io.temperline.speech.window.BlockCutter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A call of two sides, put together by its times in milliseconds; who speaks is a tone. */
final class PhoneTalk {

  private static final int PER_MS = 8;
  private static final double SPEECH_DBFS = -20;
  private static final double SPEECH_HZ = 200;

  private final Map<Side, float[]> audio = new EnumMap<>(Side.class);
  private final Map<Side, boolean[]> lost = new EnumMap<>(Side.class);
  private final List<int[]> holds = new ArrayList<>();

  private PhoneTalk(int ms) {
    for (Side side : Side.values()) {
      audio.put(side, new float[ms * PER_MS]);
      lost.put(side, new boolean[ms]);
    }
  }

  /** A call in which nobody speaks yet. */
  static PhoneTalk of(int ms) {
    return new PhoneTalk(ms);
  }

  PhoneTalk caller(int fromMs, int toMs) {
    return tone(CALLER, fromMs, toMs, SPEECH_HZ, SPEECH_DBFS);
  }

  PhoneTalk agent(int fromMs, int toMs) {
    return tone(AGENT, fromMs, toMs, SPEECH_HZ, SPEECH_DBFS);
  }

  /** Adds a tone of the level. */
  PhoneTalk tone(Side side, int fromMs, int toMs, double hz, double dbfs) {
    double amplitude = Math.sqrt(2) * Math.pow(10, dbfs / 20);
    for (int i = fromMs * PER_MS; i < toMs * PER_MS; i++) {
      audio.get(side)[i] += (float) (amplitude * Math.sin(2 * Math.PI * hz * i / 8000));
    }
    return this;
  }

  /** Adds white noise of the level. */
  PhoneTalk noise(Side side, int fromMs, int toMs, double dbfs) {
    Random random = new Random(fromMs + 7);
    double rms = Math.pow(10, dbfs / 20);
    for (int i = fromMs * PER_MS; i < toMs * PER_MS; i++) {
      audio.get(side)[i] += (float) (rms * random.nextGaussian());
    }
    return this;
  }

  PhoneTalk lost(Side side, int fromMs, int toMs) {
    for (int ms = fromMs; ms < toMs; ms++) {
      lost.get(side)[ms] = true;
    }
    return this;
  }

  PhoneTalk hold(int fromMs, int toMs) {
    holds.add(new int[] {fromMs, toMs});
    return this;
  }

  int lengthMs() {
    return lost.get(CALLER).length;
  }

  /** A conversation that knows of the holds and has heard nothing. */
  Conversation begin() {
    Conversation conversation = new Conversation();
    for (int[] hold : holds) {
      conversation.held(hold[0]);
      conversation.resumed(hold[1]);
    }
    return conversation;
  }

  /** Lets both sides be heard between two moments, 20 ms of each in turns. */
  void play(Conversation conversation, int fromMs, int toMs) {
    BlockCutter caller = cutter(conversation, CALLER, fromMs);
    BlockCutter agent = cutter(conversation, AGENT, fromMs);
    for (int ms = fromMs; ms < toMs; ms += 20) {
      append(caller, CALLER, ms * PER_MS, Math.min(ms + 20, toMs) * PER_MS);
      append(agent, AGENT, ms * PER_MS, Math.min(ms + 20, toMs) * PER_MS);
    }
  }

  BlockCutter cutter(Conversation conversation, Side side, int fromMs) {
    return new BlockCutter(fromMs / Conversation.FRAME_MS, conversation.listenTo(side, 0));
  }

  /** Appends samples of a side, lost ones as such. */
  void append(BlockCutter cutter, Side side, int from, int to) {
    for (int at = from, end; at < to; at = end) {
      boolean gone = lost.get(side)[at / PER_MS];
      end = at;
      while (end < to && lost.get(side)[end / PER_MS] == gone) {
        end++;
      }
      if (gone) {
        cutter.appendLost(end - at);
      } else {
        cutter.append(audio.get(side), at, end - at);
      }
    }
  }

  /** After the whole call, its end included. */
  ConversationFigures figures() {
    Conversation conversation = begin();
    play(conversation, 0, lengthMs());
    conversation.end();
    return conversation.figures();
  }
}
