using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TypedExplain.Hosting.Registration;

/// <summary>Lets an application have what its service is made of: without a key where there is one, by its name else. What the application registered itself stays.</summary>
/// <param name="of">Finds what is handed out.</param>
internal sealed class Handing<TService>(Func<IServiceProvider, TService> of)
    where TService : class
{
    private int _thread;

    /// <summary>Registers it, unless there is one.</summary>
    public void Add(IServiceCollection services, string key)
    {
        if (key.Length == 0)
            services.TryAddSingleton(Found);
        else
            services.TryAddKeyedSingleton(key, (provider, _) => Found(provider));
    }

    private TService Found(IServiceProvider provider)
    {
        // The container would look for what is just being made until the stack ends.
        int own = Environment.CurrentManagedThreadId;
        if (_thread == own)
            throw new InvalidOptionException($"What makes the {typeof(TService).Name} of a service asks the application for it, and there is no other one; register it before AddTypedExplain, or make it there.");
        int before = _thread;
        _thread = own;
        try
        {
            return of(provider);
        }
        finally
        {
            _thread = before;
        }
    }
}
