@NullMarked
package io.adskull.poller.ingest;

import org.jspecify.annotations.NullMarked;
