using System.Diagnostics;

namespace Papers;

/// <summary>Says on the error stream how far a study is and how long it will still take, by the rough costs of its cells.</summary>
public sealed class Countdown
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _counting = new();
    private readonly string _study;
    private readonly double _cost;
    private readonly int _cells;
    private double _done;
    private int _finished;
    private double _said = double.NegativeInfinity;

    public Countdown(string study, double cost, int cells, int kept)
    {
        (_study, _cost, _cells) = (study, cost, cells);
        Console.Error.WriteLine($"{study}: {cells} cells to compute, {kept} kept from before");
    }

    /// <summary>Counts a cell, and says so unless something was said within the last two seconds.</summary>
    public void Finished(Cell cell)
    {
        lock (_counting)
        {
            _done += cell.Cost;
            _finished++;
            double passed = _watch.Elapsed.TotalSeconds;
            if (passed - _said < 2 && _finished < _cells)
                return;
            _said = passed;
            TimeSpan left = TimeSpan.FromSeconds(_done > 0 ? passed * Math.Max(0, _cost - _done) / _done : 0);
            Console.Error.WriteLine($"{_study}: {_finished} of {_cells} cells, {TimeSpan.FromSeconds(passed):h\\:mm\\:ss} passed, about {left:h\\:mm\\:ss} left ({cell.Key})");
        }
    }
}
