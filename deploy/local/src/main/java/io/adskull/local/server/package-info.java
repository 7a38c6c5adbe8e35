/// The real servers a developer's machine lacks, each a program of its own: Kafka, PostgreSQL, an identity
/// provider.
@NullMarked
package io.adskull.local.server;

import org.jspecify.annotations.NullMarked;
