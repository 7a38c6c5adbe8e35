/// For the SaaS's own people, across tenants: what AdSkull does not understand, how platforms and topics are, and
/// what could not be read.
@NullMarked
package io.adskull.dashboard.operators;

import org.jspecify.annotations.NullMarked;
