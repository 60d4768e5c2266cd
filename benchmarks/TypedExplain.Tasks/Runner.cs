using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace TypedExplain.Tasks;

/// <summary>The protocol of every task: one cold explanation, a warm-up, then timed passes over the instances.</summary>
public static class Runner
{
    private const double WarmUpSeconds = 0.5;
    private const int WarmUpExplanations = 3;

    public static void Run(string name, TaskRun task, int reps, int threads, double minSeconds, double ready)
    {
        Stopwatch watch = Stopwatch.StartNew();
        double[] first = task.Explain(0);
        double cold = watch.Elapsed.TotalSeconds;
        watch.Restart();
        for (int i = 1; i < WarmUpExplanations || watch.Elapsed.TotalSeconds < WarmUpSeconds; i++)
            task.Explain(i % task.Instances);

        ParallelOptions options = new() { MaxDegreeOfParallelism = threads };
        for (int rep = 0; rep < reps; rep++)
        {
            task.Clock.Reset();
            using Process process = Process.GetCurrentProcess();
            TimeSpan before = process.TotalProcessorTime;
            int explained = 0;
            watch.Restart();
            do
            {
                if (threads == 1)
                {
                    for (int i = 0; i < task.Instances; i++)
                        task.Explain(i);
                }
                else
                {
                    Parallel.For(0, task.Instances, options, i => task.Explain(i));
                }

                explained += task.Instances * task.PerCall;
            }
            while (watch.Elapsed.TotalSeconds < minSeconds);
            double seconds = watch.Elapsed.TotalSeconds;
            process.Refresh();
            Print(name, task, rep, threads, explained, seconds, (process.TotalProcessorTime - before).TotalSeconds, ready, cold, first);
        }
    }

    private static void Print(string name, TaskRun task, int rep, int threads, int explained, double seconds, double cpu, double ready, double cold, double[] first)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("peer", "TypedExplain");
            json.WriteString("task", name);
            json.WriteNumber("n", task.N);
            json.WriteNumber("d", task.D);
            json.WriteNumber("k", task.K);
            json.WriteNumber("explanations", explained);
            json.WriteNumber("seconds_total", seconds);
            json.WriteNumber("seconds_per_explanation", seconds / explained);
            json.WriteNumber("blackbox_seconds", task.Clock.Seconds);
            json.WriteNumber("peak_rss_mb", Machine.PeakMegabytes());
            json.WriteNumber("rep", rep);
            json.WriteNumber("threads", threads);
            json.WriteNumber("cpu_seconds", cpu);
            json.WriteNumber("blackbox_rows", task.Clock.Rows);
            json.WriteNumber("ready_seconds", ready);
            json.WriteNumber("first_seconds", cold);
            json.WriteStartArray("first_coefs");
            foreach (double coefficient in first.Take(8))
                json.WriteNumberValue(coefficient);
            json.WriteEndArray();
            json.WriteNumber("load", Machine.Load());
            json.WriteString("note", task.Note);
            json.WriteEndObject();
        }

        Console.WriteLine(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
    }
}
