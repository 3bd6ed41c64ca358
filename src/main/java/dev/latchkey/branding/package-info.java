/**
 * What a clinic's locations show of themselves, to anyone: a logo and an image each.
 *
 * <p>Decided: a picture is read pixel by pixel and written again by ourselves, and what was sent is not kept. Because: what strangers are shown
 * must be a picture and nothing else, and photographs tell where they were taken. Costs: a processor for a second or two, and colours that were
 * written for wider screens become duller, for profiles stay behind.
 *
 * <p>Decided: of WebP, the lossy and opaque kind alone is taken. Because: the library reads all kinds, but makes of a hundred hostile bytes of a
 * lossless one tables that fill the heap, and a transparent one is half lossless. Costs: those are sent as PNG.
 *
 * <p>Decided: pictures lie in the database, and not in the vault. Because: they are few and at most 512 KiB each, and so are in every backup, on
 * every node and behind row-level security without more ado. Costs: a logo is read from a connection each time that a browser has not got it.
 *
 * <p>Decided: a browser asks each time whether it has the newest (no-cache, ETag), which reads no picture. Because: what a clinic takes away is
 * gone at once. Costs: a request for each picture of each visit.
 *
 * <p>Decided: a clinic's picture belongs to a location, also where it has one alone. Because: practices that go by several names share one
 * portal. Costs: a clinic without a location has no logo.
 */
@NullMarked
package dev.latchkey.branding;

import org.jspecify.annotations.NullMarked;
