using System.Diagnostics;

namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>The contract as a user meets it: <c>dotnet build</c> of a project with a model in it.</summary>
public sealed class BuildTests : IDisposable
{
    private const string Right = "record Loan(int Age, double Income);";

    private readonly string _folder = Directory.CreateTempSubdirectory("typedexplain-build-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_wrong_record_fails_a_right_one_builds_and_a_renamed_input_breaks_it_again()
    {
        Write("Try.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <AdditionalFiles Include="credit.onnx" />
                <Reference Include="{typeof(FeatureRecordAttribute).Assembly.Location}" />
                <Analyzer Include="{typeof(FeatureRecordGenerator).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        WriteModel("age");
        WriteRecord("record Loan(double Age, double Income);");
        Assert.Contains("Loan.cs(2,44): error TEX0308: Feature 'Loan.Age' may have a fraction", Build(fails: true));

        WriteRecord(Right);
        Assert.DoesNotContain("TEX0", Build(fails: false));

        WriteModel("years");
        Assert.Contains("Loan.cs(2,48): error TEX0305: Feature 'Loan.Age' has no input in 'credit.onnx', which has 'years', 'income'", Build(fails: true));
    }

    private void WriteRecord(string record) =>
        Write("Loan.cs", $"using TypedExplain;\n[FeatureRecord] public partial {record}\n[OnnxModel<Loan>(\"credit.onnx\")] public partial class CreditModel;\n");

    private void WriteModel(string input) => File.WriteAllBytes(
        Path.Combine(_folder, "credit.onnx"),
        OnnxText.Model([$"input {input} int64 [?, 1]", "input income float [?, 1]", "output approved float [?, 1]"]));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    private string Build(bool fails)
    {
        ProcessStartInfo start = new("dotnet", ["build", "--nologo"]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // What the test runner's own build has set is not this build's.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        using Process build = Process.Start(start)!;
        Task<string> errors = build.StandardError.ReadToEndAsync();
        string output = build.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        build.WaitForExit();
        Assert.True(fails == (build.ExitCode != 0), output);
        return output;
    }
}
