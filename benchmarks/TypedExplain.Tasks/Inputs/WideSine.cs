using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Tasks.Inputs;

/// <summary>Sines of moderate numbers, sixteen at a time, for processors with registers of 512 bits: two registers whose operations do not wait for each other.</summary>
internal static class WideSine
{
    private const double RoundingBias = 6755399441055744.0;
    private const double PiHigh = 3.1415926535897931, PiLow = 1.2246467991473532e-16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> First, Vector512<double> Second) Of(Vector512<double> x, Vector512<double> y)
    {
        (Vector512<double> a, Vector512<double> signOfA) = Reduce(x);
        (Vector512<double> b, Vector512<double> signOfB) = Reduce(y);
        Vector512<double> u = a * a, v = b * b;
        // The series to the 19th power: on ±π/2 the next term is below 3e-16.
        Vector512<double> p = Vector512.Create(-1.0 / 121645100408832000), q = p;
        (p, q) = Step(p, u, q, v, 1.0 / 355687428096000);
        (p, q) = Step(p, u, q, v, -1.0 / 1307674368000);
        (p, q) = Step(p, u, q, v, 1.0 / 6227020800);
        (p, q) = Step(p, u, q, v, -1.0 / 39916800);
        (p, q) = Step(p, u, q, v, 1.0 / 362880);
        (p, q) = Step(p, u, q, v, -1.0 / 5040);
        (p, q) = Step(p, u, q, v, 1.0 / 120);
        (p, q) = Step(p, u, q, v, -1.0 / 6);
        return (Vector512.FusedMultiplyAdd(p * u, a, a) ^ signOfA, Vector512.FusedMultiplyAdd(q * v, b, b) ^ signOfB);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> P, Vector512<double> Q) Step(Vector512<double> p, Vector512<double> u, Vector512<double> q, Vector512<double> v, double term) =>
        (Vector512.FusedMultiplyAdd(p, u, Vector512.Create(term)), Vector512.FusedMultiplyAdd(q, v, Vector512.Create(term)));

    /// <summary>x less the nearest multiple of π, and the sign that an odd multiple gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Angle, Vector512<double> Sign) Reduce(Vector512<double> x)
    {
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(1 / Math.PI), Vector512.Create(RoundingBias));
        Vector512<double> half = shifted - Vector512.Create(RoundingBias);
        Vector512<double> angle = Vector512.FusedMultiplyAdd(half, Vector512.Create(-PiHigh), x);
        return (Vector512.FusedMultiplyAdd(half, Vector512.Create(-PiLow), angle), (shifted.AsUInt64() << 63).AsDouble());
    }
}
