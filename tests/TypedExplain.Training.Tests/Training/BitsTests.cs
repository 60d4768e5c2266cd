using System.Globalization;
using TypedExplain.Tests.Support;

namespace TypedExplain.Training.Tests.Training;

/// <summary>
/// The bits of trained models, held against a stored text: run with instruction sets switched off (DOTNET_EnableAVX2=0,
/// DOTNET_EnableHWIntrinsic=0) it must be the same.
/// </summary>
public class BitsTests
{
    [Fact]
    public void Models()
    {
        ExpoTrainer<Dot> trainer = new() { HiddenUnits = [33, 9], MaxEpochs = 3, BatchSize = 20, Seed = 3 };
        List<string> lines = [];
        foreach (IRegularizer<Dot>? regularizer in new IRegularizer<Dot>?[] { null, new FidelityRegularizer<Dot>(), new OneFeatureFidelityRegularizer<Dot>(), new StabilityRegularizer<Dot>(), new L1Regularizer<Dot>() })
            lines.Add($"{regularizer?.Name ?? "none"} {Sum((trainer with { Regularizer = regularizer }).Train(Dots.Bent(80)))} {Sum((trainer with { Regularizer = regularizer }).Train(Dots.Colored(80)))}");
        Snapshot.Matches(string.Join('\n', lines) + "\n", "txt");
    }

    private static string Sum(Mlp<Dot> model)
    {
        ulong sum = 14695981039346656037;
        foreach (float parameter in model.Parameters)
            sum = (sum ^ BitConverter.SingleToUInt32Bits(parameter)) * 1099511628211;
        return sum.ToString("X16", CultureInfo.InvariantCulture);
    }
}
