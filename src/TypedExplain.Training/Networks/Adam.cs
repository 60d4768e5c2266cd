using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Networks;

/// <summary>Adam (Kingma and Ba, 2015), in the form of its paper, with bias-corrected moments.</summary>
internal sealed class Adam<TNumber>(int parameters, double learningRate)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const double Decay1 = 0.9;
    private const double Decay2 = 0.999;
    private const double Epsilon = 1e-8;

    /// <summary>The running mean of gradients.</summary>
    public TNumber[] First { get; } = new TNumber[parameters];

    /// <summary>The running mean of squared gradients.</summary>
    public TNumber[] Second { get; } = new TNumber[parameters];

    /// <summary>0.9 and 0.999 to the number of steps taken.</summary>
    public (double First, double Second) Powers { get; set; } = (1, 1);

    /// <summary>Takes one step against the gradient.</summary>
    public void Step(Span<TNumber> parameters, ReadOnlySpan<TNumber> gradient)
    {
        Powers = (Powers.First * Decay1, Powers.Second * Decay2);
        TNumber keep1 = TNumber.CreateTruncating(Decay1), take1 = TNumber.CreateTruncating(1 - Decay1);
        TNumber keep2 = TNumber.CreateTruncating(Decay2), take2 = TNumber.CreateTruncating(1 - Decay2);
        TNumber rate = TNumber.CreateTruncating(learningRate / (1 - Powers.First)), correct = TNumber.CreateTruncating(1 / (1 - Powers.Second)), epsilon = TNumber.CreateTruncating(Epsilon);
        ref TNumber p = ref MemoryMarshal.GetReference(parameters);
        ref TNumber g = ref MemoryMarshal.GetReference(gradient);
        ref TNumber m = ref MemoryMarshal.GetArrayDataReference(First);
        ref TNumber v = ref MemoryMarshal.GetArrayDataReference(Second);
        int lanes = Vector256<TNumber>.Count, i = 0;
        Vector256<TNumber> k1 = Vector256.Create(keep1), t1 = Vector256.Create(take1), k2 = Vector256.Create(keep2), t2 = Vector256.Create(take2);
        Vector256<TNumber> rates = Vector256.Create(rate), corrects = Vector256.Create(correct), epsilons = Vector256.Create(epsilon);
        for (; i <= parameters.Length - lanes; i += lanes)
        {
            nuint at = (nuint)i;
            Vector256<TNumber> slope = Vector256.LoadUnsafe(ref g, at);
            Vector256<TNumber> first = (k1 * Vector256.LoadUnsafe(ref m, at)) + (t1 * slope);
            Vector256<TNumber> second = (k2 * Vector256.LoadUnsafe(ref v, at)) + (t2 * (slope * slope));
            first.StoreUnsafe(ref m, at);
            second.StoreUnsafe(ref v, at);
            (Vector256.LoadUnsafe(ref p, at) - (rates * first / (Vector256.Sqrt(corrects * second) + epsilons))).StoreUnsafe(ref p, at);
        }

        for (; i < parameters.Length; i++)
        {
            TNumber slope = gradient[i];
            First[i] = (keep1 * First[i]) + (take1 * slope);
            Second[i] = (keep2 * Second[i]) + (take2 * (slope * slope));
            parameters[i] -= rate * First[i] / (TNumber.Sqrt(correct * Second[i]) + epsilon);
        }
    }
}
