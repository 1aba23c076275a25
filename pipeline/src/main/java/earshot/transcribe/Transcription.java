package earshot.transcribe;

import earshot.audio.speech.AudioAnalysis;
import earshot.call.Audio;
import earshot.call.Transcript;

/**
 * A transcribed recording.
 *
 * @param agentChannel 0-based channel on which the agent, hold music and notices are heard; 0 when
 *     the parties are not on separate channels
 */
public record Transcription(
    Audio audio, AudioAnalysis analysis, Transcript transcript, int agentChannel) {}
