package io.adskull.token.platform.tiktok;

import io.adskull.diagnosis.Answer;

/// TikTok gave no answer, or one with a 5xx status: what the circuit breaker counts.
class TikTokUnavailable extends Exception {
    private final transient Answer answer;

    TikTokUnavailable(Answer answer) {
        super(answer.transportError().orElse("HTTP " + answer.httpStatus().orElse(0)));
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
