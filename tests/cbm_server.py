"""`make cbm-server`: the sample archive as a CbM REST service on this machine, until Ctrl-C."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path

from cbm_chips.core.sample_archive import sample_catalog
from tests.servers.cbm.seed import END, LAT, LON, START
from tests.servers.cbm_rest import CbmServer, add_switches, switches_of

REPOSITORY = Path(__file__).resolve().parents[1]
PORT = 8624
TELLS = """\
A CbM REST service over the sample archive listens; Ctrl-C ends it.

  address in the dock  cbm+{url}{prefix}
  login                tester / secret  (areas ms and nl; admin / admin has all)
  a place with chips   lon 5.66425  lat 52.69444  {start} .. {end}  1280 m
  a parcel there       aoi ms  year 2020  pid 315141
  overlapping parcels  aoi ms  year 2020  ptype b  pid b315141 and B0001
  in a browser         {url}{prefix}/query/chipsByLocation?{place}&bands=B04_B03_B02
                       {url}{prefix}/query/info
"""
DAYS = {"archive": ("2022-05-01", "2022-08-31"), "seed": (START, END)}


def main() -> None:
    """Build the archive where it is missing, say how to reach the service, serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=PORT)
    add_switches(parser)
    options = parser.parse_args()
    catalog = sample_catalog(REPOSITORY / "build" / "cbm-server")
    server = CbmServer(
        catalog.parent, switches_of(options), port=options.port, products=options.products
    )
    start, end = DAYS[options.products]
    place = f"lon={LON}&lat={LAT}&start_date={start}&end_date={end}"
    told = {"url": server.url, "prefix": options.prefix, "start": start, "end": end}
    print(TELLS.format(place=place, **told), flush=True)  # noqa: T201
    with suppress(KeyboardInterrupt):
        server.serve_forever()


if __name__ == "__main__":
    main()
