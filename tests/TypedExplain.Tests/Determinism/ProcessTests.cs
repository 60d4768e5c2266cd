using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Determinism;

/// <summary>Fresh processes print the same bits, whatever instruction set the processor has and however it is compiled.</summary>
public class ProcessTests
{
    private static readonly Lazy<string> s_usual = new(() => Consumer.RunJit());

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

    [NativeAotFact]
    public void NativeAotPrintsWhatTheJitPrints()
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "aot");
        string log = Consumer.Run("dotnet", ["publish", Consumer.Project, "-c", Consumer.Configuration, "--use-current-runtime", "-o", folder, "--nologo"]);
        Assert.DoesNotContain("warning", log, StringComparison.OrdinalIgnoreCase);

        string native = Consumer.Run(Path.Combine(folder, OperatingSystem.IsWindows() ? "TypedExplain.Aot.exe" : "TypedExplain.Aot"), []);

        Assert.Equal(s_usual.Value, native);
    }
}
