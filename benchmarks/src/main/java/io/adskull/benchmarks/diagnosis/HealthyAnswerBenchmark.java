package io.adskull.benchmarks.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to say that nothing is wrong, which is what nearly every answer says; beside Jackson's tree of the
/// same bytes.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class HealthyAnswerBenchmark {
    private static final int ROUNDS_OF_ALL = 2_000;

    private final Diagnostician diagnostician = Diagnostician.bundled();
    private final Circumstances circumstances = Circumstances.unknown();
    private final ObjectMapper jackson = new ObjectMapper();

    @Param
    public HealthyBody shape = HealthyBody.TIKTOK_CAMPAIGNS;

    private Answer answer = shape.answer();

    /// Services meet every platform, so the compiler must not take this one for the only one.
    @Setup
    public void meetEveryPlatform() {
        for (int round = 0; round < ROUNDS_OF_ALL; round++) {
            for (HealthyBody any : HealthyBody.values()) {
                answer = any.answer();
                diagnose();
            }
        }
        answer = shape.answer();
        if (!(diagnose() instanceof Verdict.Healthy)) {
            throw new IllegalStateException(shape + " is not called healthy");
        }
    }

    @Benchmark
    public Verdict diagnose() {
        return diagnostician.diagnose(answer, circumstances);
    }

    @Benchmark
    public JsonNode readTree() throws IOException {
        return jackson.readTree(answer.body());
    }
}
