using Xunit.Abstractions;

namespace KataKit.Worker;

/// <summary>Stands where xunit demands a provider, though nobody asks it: specs ship without symbols, so no test has a file and a line.</summary>
internal sealed class NoSourceInformation : ISourceInformationProvider
{
    public ISourceInformation GetSourceInformation(ITestCase testCase)
        => throw new NotSupportedException("Tests are discovered without source information.");

    public void Dispose()
    {
    }
}
