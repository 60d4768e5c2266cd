using System.Collections.Concurrent;
using System.Globalization;

namespace TypedExplain.Generators.Tests.Mutations;

/// <summary>Half-written code comes with every key: neither the generator (CS8785) nor an analyzer (AD0001) may fail on it.</summary>
public class MutationTests
{
    /// <summary>A few in every run of the tests; TYPEDEXPLAIN_MUTATIONS states how many, such as 10000.</summary>
    private static readonly int s_count = int.Parse(Environment.GetEnvironmentVariable("TYPEDEXPLAIN_MUTATIONS") ?? "100", CultureInfo.InvariantCulture);

    [Fact]
    public void Mutated_programs_are_survived()
    {
        Lazy<Generation>[] originals = [.. Programs.All.Select(source => new Lazy<Generation>(() => Generation.Of(source)))];
        ConcurrentBag<string> failures = [];
        int generated = 0;
        Parallel.For(0, s_count, seed =>
        {
            (int original, string source) = Mutator.Of(seed);
            Generation mutated = originals[original].Value.Again(Compiler.Parse(source));
            if (mutated.Result.Exception is { } exception)
                failures.Add($"{seed}: {exception}");
            if (mutated.Files.Count > 0)
                Interlocked.Increment(ref generated);
            foreach (Diagnostic failure in Analysis.Of(mutated.Output).Where(diagnostic => diagnostic.Id == "AD0001"))
                failures.Add($"{seed}: {failure}");
        });

        Assert.True(failures.IsEmpty, string.Join('\n', failures.Order(StringComparer.Ordinal).Take(3)));
        Assert.InRange(generated, s_count / 5, s_count - (s_count / 20));
    }
}
