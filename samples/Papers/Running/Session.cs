using System.Text.Json;
using System.Text.Json.Serialization;

namespace Papers;

/// <summary>Runs studies one after the other, prints their pages and writes them.</summary>
public static class Session
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Runs studies.</summary>
    /// <returns>The exit code: 0, or 1 where data were absent or a cell failed, or 130 where the run was broken off.</returns>
    public static int Run(IReadOnlyList<IStudy> studies, RunSettings settings, CancellationToken cancellation)
    {
        int code = 0;
        SortedDictionary<string, object> all = new(StringComparer.Ordinal);
        foreach (IStudy study in studies)
        {
            if (DataFolder.Absent(study.Needs) is { } absent)
            {
                Console.Error.WriteLine($"{study.Name} is skipped: {absent}.");
                code = 1;
                continue;
            }

            KeptCells kept = new(settings.Keep, study);
            if (!settings.KeptOnly)
            {
                try
                {
                    foreach (string failure in new Runner(settings.Options.Threads).Run(study.Name, study.Cells(settings.Options), kept, cancellation))
                    {
                        Console.Error.WriteLine($"{study.Name} failed at {failure}");
                        code = 1;
                    }
                }
                catch (OperationCanceledException)
                {
                    Console.Error.WriteLine($"{study.Name} was broken off; the same command goes on from the cells kept in {settings.Keep}.");
                    return 130;
                }
            }

            Page page = study.Draw(settings.Options, new Numbers(kept.Finished));
            Console.WriteLine(page.Text());
            if (settings.Pages is not null)
                page.Write(settings.Pages, new Stamp(settings.Options, study));
            all[study.Name] = new SortedDictionary<string, double[]>(kept.Finished.ToDictionary(), StringComparer.Ordinal);
        }

        if (settings.Pages is not null)
            Contents.Write(settings.Pages);
        if (settings.Json is not null)
            File.WriteAllText(settings.Json, JsonSerializer.Serialize(all, s_json));
        return code;
    }
}
