# What the Python package lifetimes does, with numpy and scipy alone: maximum likelihood on the logs of
# the parameters, BG/NBD and Gamma-Gamma by slopes (here exact ones; lifetimes derives them on the way),
# Pareto/NBD by a simplex. Reads rows "frequency recency age meanSpend", prints medians in
# milliseconds of processor time.
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1, psi

rows = np.array(json.load(sys.stdin))
x, tx, T, m = rows.T
xr, mr = x[x > 0], m[x > 0]
n = len(x)
repeat = np.maximum(x, 1)


def bg_nbd(logs):
    r, alpha, a, b = np.exp(logs)
    la, lx = np.log(alpha + T), np.log(alpha + tx)
    shared = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    shared += gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    alive = -(r + x) * la
    gone = np.where(x > 0, np.log(a) - np.log(b + repeat - 1) - (r + x) * lx, -np.inf)
    both = np.logaddexp(alive, gone)
    share = np.exp(alive - both)
    left = 1 - share
    dr = psi(r + x) - psi(r) + np.log(alpha) - share * la - left * lx
    dalpha = r / alpha - (r + x) * (share / (alpha + T) + left / (alpha + tx))
    da = psi(a + b) - psi(a + b + x) + left / a
    db = psi(a + b) - psi(a + b + x) + psi(b + x) - psi(b) - left / (b + repeat - 1)
    slopes = np.array([dr.sum() * r, dalpha.sum() * alpha, da.sum() * a, db.sum() * b])
    return -(shared + both).sum() / n, -slopes / n


def gamma_gamma(logs):
    p, q, v = np.exp(logs)
    shape, reach = p * xr, np.log(v + xr * mr)
    value = gammaln(shape + q) - gammaln(shape) - gammaln(q) + q * np.log(v)
    value += (shape - 1) * np.log(mr) + shape * np.log(xr) - (shape + q) * reach
    dp = xr * (psi(shape + q) - psi(shape) + np.log(mr) + np.log(xr) - reach)
    dq = psi(shape + q) - psi(q) + np.log(v) - reach
    dv = q / v - (shape + q) / (v + xr * mr)
    slopes = np.array([dp.sum() * p, dq.sum() * q, dv.sum() * v])
    return -value.sum() / len(xr), -slopes / len(xr)


def pareto_nbd(logs):
    r, alpha, s, beta = np.exp(logs)
    rsx = r + s + x
    top, b = (alpha, s + 1 + 0 * x) if alpha >= beta else (beta, r + x)
    gap = abs(alpha - beta)
    one = hyp2f1(rsx, b, rsx + 1, gap / (top + tx)) * np.exp(-rsx * np.log(top + tx))
    two = hyp2f1(rsx, b, rsx + 1, gap / (top + T)) * np.exp(-rsx * np.log(top + T))
    alive = np.exp(-(r + x) * np.log(alpha + T) - s * np.log(beta + T))
    shared = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
    return -(shared + np.log(alive + s / rsx * (one - two))).sum() / n


def timed(repeats, fit):
    took = []
    for _ in range(repeats):
        start = time.process_time()
        found = fit()
        took.append(1000 * (time.process_time() - start))
    return {"cold": took[0], "median": float(np.median(took[1:])), "value": float(found.fun)}


slopes = {"jac": True, "method": "BFGS"}
simplex = {"method": "Nelder-Mead", "options": {"xatol": 1e-4, "fatol": 1e-9}}
result = {
    "bgNbd": timed(8, lambda: minimize(bg_nbd, np.full(4, 0.1), **slopes)),
    "gammaGamma": timed(8, lambda: minimize(gamma_gamma, np.full(3, 0.1), **slopes)),
    "paretoNbd": timed(4, lambda: minimize(pareto_nbd, np.full(4, 0.1), **simplex)),
}
for key, size in (("bgNbd", n), ("gammaGamma", len(xr)), ("paretoNbd", n)):
    result[key]["logLikelihood"] = -result[key]["value"] * size
print(json.dumps(result))
