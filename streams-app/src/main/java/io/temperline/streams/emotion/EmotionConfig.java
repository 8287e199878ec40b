package io.temperline.streams.emotion;

import io.temperline.schemas.Channel;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.WindowConfig;
import java.time.Duration;

/**
 * How calls are listened to.
 *
 * @param window length and hop of the windows
 * @param gate what a window needs to be scored
 * @param smoothing time constant of the exponential smoothing of a channel's emotion
 * @param reorderingBound how much later audio may arrive before a missing frame counts as lost
 * @param idleTimeout how long a call may be silent, no frame on any channel, before it is closed
 * @param endGrace how long an ended call is waited for whose last frames are missing
 * @param holdTimeout how long a call may be on hold before it is closed
 * @param closedCallMemory how long a closed call is remembered, so that its late audio reopens
 *     nothing
 * @param scoringInterval how long a due window may wait for others to share its batch
 * @param callersAreInformed true where the deployment declares that every caller is told of the
 *     analysis; otherwise each call must say so
 * @param informedWait how much audio to wait for such word before a window goes unscored
 * @param scoreAgents true to score the agents' emotion as well; the EU AI Act, Art. 5(1)(f),
 *     forbids that at work but for medical or safety reasons
 * @param followConversations whether it is followed how caller and agent talk with each other
 */
public record EmotionConfig(
    WindowConfig window,
    SpeechGate gate,
    Duration smoothing,
    Duration reorderingBound,
    Duration idleTimeout,
    Duration endGrace,
    Duration holdTimeout,
    Duration closedCallMemory,
    Duration scoringInterval,
    boolean callersAreInformed,
    Duration informedWait,
    boolean scoreAgents,
    boolean followConversations) {

  boolean scores(Channel channel) {
    return channel == Channel.CALLER || (channel == Channel.AGENT && scoreAgents);
  }

  boolean hears(Channel channel) {
    return scores(channel) || (channel == Channel.AGENT && followConversations);
  }
}
