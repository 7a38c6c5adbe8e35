package io.adskull.contract.ticket;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// Signs tickets and reads them back: JWTs with HS256. Whoever signs and whoever reads share a key file of one base64
/// key a line: the first signs, all verify, so that keys change without dead links. Thread-safe.
public final class TicketSeal {
    private static final String AUDIENCE = "adskull-connect";
    private static final String USE = "use";
    private static final String TENANT = "tenant";
    private static final String PLATFORM = "platform";
    private static final String KIND = "kind";
    private static final String BY = "by";
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_TEXT = 4_096;

    /// By so much the clocks of two machines may differ.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final List<HmacKey> keys;

    /// @throws IllegalStateException when the file holds no key; the text names the file, never its content
    public TicketSeal(Path keyFile) {
        keys = read(keyFile);
    }

    public String sign(ConnectTicket ticket) {
        var claims = new JwtClaims();
        claims.setAudience(AUDIENCE);
        claims.setIssuedAt(NumericDate.fromMilliseconds(ticket.issuedAt().toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(ticket.expiresAt().toEpochMilli()));
        claims.setStringClaim(USE, ticket.use().name());
        claims.setStringClaim(TENANT, ticket.tenant());
        claims.setStringClaim(PLATFORM, ticket.platform().id());
        claims.setStringClaim(KIND, ticket.kind());
        ticket.by().ifPresent(name -> claims.setStringClaim(BY, name));
        ticket.connection().ifPresent(connection -> claims.setSubject(connection.toString()));
        var signed = new JsonWebSignature();
        signed.setPayload(claims.toJson());
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signed.setKey(keys.getFirst());
        try {
            return signed.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a ticket", e);
        }
    }

    /// @param now of the reader; a ticket from up to five minutes in its future counts as fresh
    public TicketCheck read(String text, Instant now) {
        if (text.length() > LONGEST_TEXT) {
            return new TicketCheck.Forged();
        }
        return keys.stream()
                .flatMap(key -> payload(text, key).stream())
                .findFirst()
                .flatMap(TicketSeal::ticket)
                .filter(ticket -> !ticket.issuedAt().isAfter(now.plus(SKEW)))
                .<TicketCheck>map(ticket -> ticket.expiresAt().isAfter(now)
                        ? new TicketCheck.Valid(ticket)
                        : new TicketCheck.Expired(ticket))
                .orElseGet(TicketCheck.Forged::new);
    }

    private static Optional<String> payload(String text, HmacKey key) {
        var signed = new JsonWebSignature();
        signed.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256));
        signed.setKey(key);
        try {
            signed.setCompactSerialization(text);
            return signed.verifySignature() ? Optional.of(signed.getPayload()) : Optional.empty();
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    private static Optional<ConnectTicket> ticket(String payload) {
        try {
            JwtClaims claims = JwtClaims.parse(payload);
            if (!claims.getAudience().contains(AUDIENCE)) {
                return Optional.empty();
            }
            Optional<ConnectionId> connection = claims.getSubject() == null
                    ? Optional.empty()
                    : Optional.of(ConnectionId.parse(claims.getSubject()));
            return Platform.find(claims.getStringClaimValue(PLATFORM))
                    .map(platform -> read(claims, platform, connection));
        } catch (InvalidJwtException | MalformedClaimException | UnreadableEvent | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static ConnectTicket read(JwtClaims claims, Platform platform, Optional<ConnectionId> connection) {
        try {
            return new ConnectTicket(
                    use(claims, connection),
                    claims.getStringClaimValue(TENANT),
                    platform,
                    claims.getStringClaimValue(KIND),
                    connection,
                    Optional.ofNullable(claims.getStringClaimValue(BY)),
                    Instant.ofEpochMilli(claims.getIssuedAt().getValueInMillis()),
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("a signed ticket lacks a claim", e);
        }
    }

    /// Links in messages of before this claim say it by what they name.
    private static ConnectTicket.Use use(JwtClaims claims, Optional<ConnectionId> connection)
            throws MalformedClaimException {
        String named = claims.getStringClaimValue(USE);
        if (named != null) {
            return ConnectTicket.Use.valueOf(named);
        }
        return connection.isPresent() ? ConnectTicket.Use.RECONNECT : ConnectTicket.Use.CONNECT;
    }

    private static List<HmacKey> read(Path keyFile) {
        try {
            List<HmacKey> found = Files.readAllLines(keyFile).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> new HmacKey(Base64.getDecoder().decode(line)))
                    .toList();
            if (found.isEmpty() || found.stream().anyMatch(key -> key.getEncoded().length < SHORTEST_KEY)) {
                throw unusable(keyFile);
            }
            return found;
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(keyFile);
        }
    }

    private static IllegalStateException unusable(Path keyFile) {
        return new IllegalStateException("adskull.tickets.key-file=" + keyFile + " cannot be used; it must hold one "
                + "base64 key of at least " + SHORTEST_KEY + " bytes a line, the first of which signs");
    }
}
