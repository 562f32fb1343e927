"""Rates of two peers on this machine, one line of JSON each.

- numpy: the method of release 0.11.3 on columns, in chunks that stay in cache, one thread, from the
  tables of the crate: the same requests as `vigie footprint bench`, with ten columns of results.
- ecologits: the package itself, one call a request.

Every numpy answer drawn is checked against the package before anything is timed.
"""

import csv
import json
import math
import sys
import time

import numpy as np

TABLES = sys.argv[1]
SECONDS = float(sys.argv[2])
CHUNK = 1 << 15
CHECKED = 300
WATER_FACTORS = ("gwp_kgco2eq_per_kwh", "adpe_kgsbeq_per_kwh", "pe_mj_per_kwh")


def rows(name):
    with open(f"{TABLES}/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CONSTANT = {row["name"]: float(row["value"]) for row in rows("constants")}
MODELS = rows("models")
ZONES = rows("electricity_mixes")
PROVIDERS = {row["provider"]: row for row in rows("providers")}
ZONE_KEY = {row["zone"]: key for key, row in enumerate(ZONES)}


def coefficients(end):
    """One row a model: e·n, n, ℓ, ttft, PUE, WUE and the making of its hardware."""
    table = []
    batch, gpus = CONSTANT["batch_size"], CONSTANT["server_gpus"]
    for model in MODELS:
        active, total = float(model[f"active_{end}"]), float(model[f"total_{end}"])
        memory = CONSTANT["memory_overhead"] * total * CONSTANT["model_quantization_bits"] / 8
        count = 2.0 ** math.ceil(math.log2(math.ceil(memory / CONSTANT["gpu_memory"])))
        energy = (
            CONSTANT["gpu_energy_alpha"] * CONSTANT["gpu_energy_batch_decay"] * active
            + CONSTANT["gpu_energy_gamma"]
        ) / 1000
        if model["tps"]:
            latency = 1 / float(model["tps"])
        else:
            latency = (
                CONSTANT["latency_alpha"] * active
                + CONSTANT["latency_beta"] * batch
                + CONSTANT["latency_gamma"]
            )
        provider = PROVIDERS[model["provider"]]
        hardware = [
            count / gpus * CONSTANT[f"server_embodied_impact_{name}"]
            + count * CONSTANT[f"gpu_embodied_impact_{name}"]
            for name in ("gwp", "adpe", "pe")
        ]
        table.append(
            [energy, count, latency, float(model["ttft"] or 0), float(provider[f"pue_{end}"])]
            + [float(provider[f"wue_{end}_l_per_kwh"])]
            + hardware
        )
    return np.array(table).T.copy()


ENDS = [coefficients("min"), coefficients("max")]
PROVIDER_ZONE = np.array([ZONE_KEY[PROVIDERS[m["provider"]]["default_zone"]] for m in MODELS])
MIX = np.array([[float(z[name]) for name in (*WATER_FACTORS, "wue_l_per_kwh")] for z in ZONES]).T.copy()
BATCH = CONSTANT["batch_size"]
LIFETIME = CONSTANT["hardware_lifespan"] * BATCH


def impacts(model, zone, tokens, latency, out):
    zone = np.where(zone < 0, PROVIDER_ZONE[model], zone)
    gwp, adpe, pe, wue_off_site = (column[zone] for column in MIX)
    for end, table in enumerate(ENDS):
        energy, count, per_token, first, pue, wue, *hardware = (column[model] for column in table)
        duration = np.fmin(latency, tokens * per_token + first)
        server = duration / 3600 * CONSTANT["server_power"] * (count / CONSTANT["server_gpus"]) * (1 / BATCH)
        it_energy = server + count * (tokens * energy)
        site = pue * it_energy
        out[0 + end] = site
        for column, factor, making in zip((2, 4, 6), (gwp, adpe, pe), hardware):
            out[column + end] = site * factor + duration * making / LIFETIME
        out[8 + end] = it_energy * (wue + pue * wue_off_site)


def drawn(count, seed):
    random = np.random.default_rng(seed)
    zone = random.integers(0, len(ZONES), count)
    zone[random.random(count) < 1 / 3] = -1
    latency = random.integers(0, 100_000, count) / 1000
    latency[random.random(count) < 1 / 3] = np.nan
    return (
        random.integers(0, len(MODELS), count),
        zone,
        random.integers(0, 2000, count).astype(float),
        latency,
    )


def ask(model, zone, tokens, latency):
    from ecologits.tracers.utils import llm_impacts

    return llm_impacts(
        provider=MODELS[model]["provider"],
        model_name=MODELS[model]["model"],
        output_token_count=int(tokens),
        request_latency=math.inf if math.isnan(latency) else latency,
        electricity_mix_zone=None if zone < 0 else ZONES[zone]["zone"],
    )


def ends(value):
    return (value.min, value.max) if hasattr(value, "min") else (value, value)


def check():
    requests = drawn(CHECKED, 7)
    out = np.empty((10, CHECKED))
    impacts(*requests, out)
    for row, request in enumerate(zip(*requests)):
        answer = ask(*request)
        for column, name in zip((0, 2, 4, 6, 8), ("energy", "gwp", "adpe", "pe", "wcf")):
            for end, expected in enumerate(ends(getattr(answer, name).value)):
                if not math.isclose(out[column + end, row], expected, rel_tol=1e-12):
                    sys.exit(f"numpy gives {out[column + end, row]} for {name}, ecologits {expected}")


def rate(work, count):
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        work()
        done += count
    return done / (time.perf_counter() - start)


def main():
    check()
    requests = drawn(CHUNK, 1)
    out = np.empty((10, CHUNK))
    numpy_rate = rate(lambda: impacts(*requests, out), CHUNK)
    calls = list(zip(*drawn(200, 3)))
    package_rate = rate(lambda: [ask(*call) for call in calls], len(calls))
    print(json.dumps({"numpy": numpy_rate, "ecologits": package_rate, "checked": CHECKED}))


main()
