using System.Globalization;

namespace TypedExplain.Fuzz;

/// <summary>
/// Gives all readers together so many inputs, and prints what became of them; from a first number on, to go on where another run ended, and only the
/// readers whose names begin with a third argument.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is [WriteLoop.Argument, string folder])
            WriteLoop.Run(folder);
        if (arguments is [AppendLoop.Argument, string kind, string place])
            AppendLoop.Run(kind, place);
        long inputs = arguments.Length > 0 ? long.Parse(arguments[0], CultureInfo.InvariantCulture) : 200_000;
        long first = arguments.Length > 1 ? long.Parse(arguments[1], CultureInfo.InvariantCulture) : 0;
        Reader[] readers = [.. Readers.All.Where(reader => arguments.Length < 3 || reader.Name.StartsWith(arguments[2], StringComparison.Ordinal))];
        Console.WriteLine(Counts.Head);
        Counts[] all = new Counts[readers.Length];
        Parallel.For(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            Fuzzer fuzzer = new(readers[i]);
            all[i] = fuzzer.Run(first, inputs / all.Length);
            lock (all)
            {
                Console.WriteLine(all[i]);
                all[i].Found.ForEach(found => Console.WriteLine("  " + found));
            }
        });
        Console.WriteLine(new Counts("all") { Inputs = all.Sum(own => own.Inputs), Read = all.Sum(own => own.Read), Foreign = all.Sum(own => own.Foreign), Hung = all.Sum(own => own.Hung), OverTheLaw = all.Sum(own => own.OverTheLaw), NotFinite = all.Sum(own => own.NotFinite), LargestShare = all.Max(own => own.LargestShare) });
        return all.All(own => own.IsClean) ? 0 : 1;
    }
}
