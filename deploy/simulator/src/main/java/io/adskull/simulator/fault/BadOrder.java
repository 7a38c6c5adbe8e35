package io.adskull.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// An order to the control API that cannot be carried out; its text says what to do instead.
public final class BadOrder extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final List<String> problems;

    public BadOrder(int status, List<String> problems) {
        super(String.join(" ", problems));
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(
            String error, List<String> problems, @Nullable String example) {}

    static final class Mapper {
        private static final String EXAMPLE =
                "{\"platform\":\"tiktok\",\"account\":\"7012345678901234501\",\"path\":\"/campaign/get/\",\"status\":200,"
                        + "\"body\":{\"code\":40001,\"message\":\"No permission to operate advertiser\"},\"times\":3}";

        @ServerExceptionMapper
        Response refuse(BadOrder bad) {
            String error = bad.status == 404 ? "not found" : "invalid request";
            Refusal refusal = new Refusal(error, bad.problems, bad.status == 400 ? EXAMPLE : null);
            return Response.status(bad.status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(refusal)
                    .build();
        }
    }
}
