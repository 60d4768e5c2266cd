using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Tasks.Inputs;

/// <summary>Sines of moderate numbers, eight at a time: two registers whose operations do not wait for each other.</summary>
internal static class Sine
{
    private const double RoundingBias = 6755399441055744.0;
    private const double PiHigh = 3.1415926535897931, PiLow = 1.2246467991473532e-16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> First, Vector256<double> Second) Of(Vector256<double> x, Vector256<double> y)
    {
        (Vector256<double> a, Vector256<double> signOfA) = Reduce(x);
        (Vector256<double> b, Vector256<double> signOfB) = Reduce(y);
        Vector256<double> u = a * a, v = b * b;
        // The series to the 19th power: on ±π/2 the next term is below 3e-16.
        Vector256<double> p = Vector256.Create(-1.0 / 121645100408832000), q = p;
        (p, q) = Step(p, u, q, v, 1.0 / 355687428096000);
        (p, q) = Step(p, u, q, v, -1.0 / 1307674368000);
        (p, q) = Step(p, u, q, v, 1.0 / 6227020800);
        (p, q) = Step(p, u, q, v, -1.0 / 39916800);
        (p, q) = Step(p, u, q, v, 1.0 / 362880);
        (p, q) = Step(p, u, q, v, -1.0 / 5040);
        (p, q) = Step(p, u, q, v, 1.0 / 120);
        (p, q) = Step(p, u, q, v, -1.0 / 6);
        return (Vector256.FusedMultiplyAdd(p * u, a, a) ^ signOfA, Vector256.FusedMultiplyAdd(q * v, b, b) ^ signOfB);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> P, Vector256<double> Q) Step(Vector256<double> p, Vector256<double> u, Vector256<double> q, Vector256<double> v, double term) =>
        (Vector256.FusedMultiplyAdd(p, u, Vector256.Create(term)), Vector256.FusedMultiplyAdd(q, v, Vector256.Create(term)));

    /// <summary>x less the nearest multiple of π, and the sign that an odd multiple gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Angle, Vector256<double> Sign) Reduce(Vector256<double> x)
    {
        Vector256<double> shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(1 / Math.PI), Vector256.Create(RoundingBias));
        Vector256<double> half = shifted - Vector256.Create(RoundingBias);
        Vector256<double> angle = Vector256.FusedMultiplyAdd(half, Vector256.Create(-PiHigh), x);
        return (Vector256.FusedMultiplyAdd(half, Vector256.Create(-PiLow), angle), (shifted.AsUInt64() << 63).AsDouble());
    }
}
