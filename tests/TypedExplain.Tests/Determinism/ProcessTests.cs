using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Determinism;

/// <summary>Fresh processes print the same bits, whatever instruction set the processor has and however it is compiled.</summary>
public class ProcessTests
{
    private static readonly Lazy<string> s_usual = new(() => Consumer.RunJit());

    private const string Replayed = "signatures: valid, valid\n1000 receipts, 1000 identical";

    private static readonly Lazy<string> s_receipts = new(() =>
    {
        string file = Path.Combine(Repository.Root, "artifacts", "receipts.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Consumer.RunJit(["write", file]);
        return file;
    });

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "1")]
    public void SettingsOfTheRuntimeChangeNoBit(string name, string value)
    {
        Assert.Contains("LINEX", s_usual.Value);
        Assert.Equal(s_usual.Value, Consumer.RunJit((name, value)));
    }

    [Fact]
    public void AnotherProcessPrintsTheSame() => Assert.Equal(s_usual.Value, Consumer.RunJit());

    /// <summary>Tables, texts and images by every explainer, SHAP, outcomes and consensus.</summary>
    [Theory]
    [InlineData("1", "DOTNET_EnableAVX512", "0")]
    [InlineData("4", "DOTNET_EnableAVX2", "0")]
    [InlineData("4", "DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("16", "DOTNET_TieredPGO", "0")]
    public void AThousandReceiptsReplayIdenticalElsewhere(string threads, string name, string value) =>
        Assert.Equal(Replayed, Consumer.RunJit(["replay", s_receipts.Value, threads], (name, value)).ReplaceLineEndings("\n").Trim());

    [NativeAotFact]
    public void NativeAotPrintsWhatTheJitPrints()
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "aot");
        string log = Consumer.Run("dotnet", ["publish", Consumer.Project, "-c", Consumer.Configuration, "--use-current-runtime", "-o", folder, "--nologo"]);
        Assert.DoesNotContain("warning", log, StringComparison.OrdinalIgnoreCase);

        string program = Path.Combine(folder, OperatingSystem.IsWindows() ? "TypedExplain.Aot.exe" : "TypedExplain.Aot");
        Assert.Equal(s_usual.Value, Consumer.Run(program, []));
        Assert.Equal(Replayed, Consumer.Run(program, ["replay", s_receipts.Value, "4"]).ReplaceLineEndings("\n").Trim());
    }
}
