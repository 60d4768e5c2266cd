using System.Text.RegularExpressions;
using TypedExplain.Batch.Programs;
using TypedExplain.Tests.Support;

namespace TypedExplain.Batch.Tests.Deploy;

/// <summary>The manifests that users copy.</summary>
public class KubernetesTests
{
    private static readonly string s_manifest = Path.Combine(Repository.Root, "deploy", "kubernetes", "explain.yaml");

    [KubernetesFact]
    public void ManifestsFitTheSchemasOfKubernetes()
    {
        (int code, string text) = KubernetesFactAttribute.Run(s_manifest);
        Assert.True(code == 0, text);
        Assert.Contains("Job explain fits its schema", text, StringComparison.Ordinal);
        Assert.Contains("Job explain-merge fits its schema", text, StringComparison.Ordinal);
    }

    [KubernetesFact]
    public void AManifestWithAMistakeDoesNot()
    {
        using TemporaryFolder folder = new();
        string mistaken = folder.Write("explain.yaml", File.ReadAllText(s_manifest).Replace("completionMode: Indexed", "completionMode: [Indexed]", StringComparison.Ordinal));
        Assert.NotEqual(0, KubernetesFactAttribute.Run(mistaken).Code);
    }

    [Fact]
    public void AsManyPodsAsWorkersAndCodesThatTheProgramEndsWith()
    {
        string text = File.ReadAllText(s_manifest);
        string pods = Only(text, @"^  completions: (\d+)$"), workers = Only(text, @"\$\(JOB_COMPLETION_INDEX\)/(\d+)$");
        Assert.Equal(pods, workers);
        Assert.Equal(pods, Only(text, @"of (\d+) pods does"));
        Assert.Equal($"{ExitCode.Usage}, {ExitCode.BadData}", Only(text, @"^ +- action: FailJob\s+onExitCodes:\s+containerName: explain\s+operator: In\s+values: \[(.*)\]$"));
        Assert.Equal($"{ExitCode.TryAgain} is started again and goes on where it was; one that ends with {ExitCode.BadData} ", Only(text, "A pod that ends with (.*)fails the job"));
        string script = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "slurm", "explain.sbatch"));
        Assert.Contains("--shard \"$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT\"", script, StringComparison.Ordinal);
        Assert.Contains($"\"$code\" = {ExitCode.TryAgain}", script, StringComparison.Ordinal);
    }

    /// <summary>What a pattern finds in a text where it must stand once.</summary>
    private static string Only(string text, string pattern) => Assert.Single(Regex.Matches(text, pattern, RegexOptions.Multiline)).Groups[1].Value;
}
